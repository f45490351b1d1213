import { demoGuardianCpr } from '../../../../imports/demo/demo-guardians'
import { demoMainBranch } from '../../../../imports/demo/demo-copies'
import { exampleBorrowers } from '../../../../imports/demo/demo-records-for-examples'
import type { Day } from '../../../../../domain/values/day'
import { monthOf } from '../../../../../domain/values/month'
import type { RequestExamples } from '../../openapi/request-example'
import { guardianEtag } from '../../resources/borrowers/borrower-etag'
import type { ExampleIds } from './find-example-ids'

const contact = {
  careOf: null,
  address: 'Eksempelvej 9, 9000 Aalborg',
  phones: [],
  mobileForNotices: null,
  emails: ['vaerge@example.org'],
  emailForNotices: 'vaerge@example.org',
}

/** Examples of commands about the guardians of children of the demo library. */
export const guardianRequestExamples = async (ids: ExampleIds, today: Day): Promise<RequestExamples> => {
  const { withGuardian, toGetGuardian, withGuardianToRemove, withGuardianToVerify } = exampleBorrowers
  return {
    registerGuardian: {
      parameters: { borrower: ids.borrower(toGetGuardian) },
      ifMatch: await ids.etag(toGetGuardian, guardianEtag),
      body: {
        ...{ cpr: demoGuardianCpr, name: 'Ulf Opdigtet', contact },
        ...{ paperMonth: monthOf(today), paperBranch: demoMainBranch },
      },
    },
    removeGuardian: {
      parameters: { borrower: ids.borrower(withGuardianToRemove) },
      ifMatch: await ids.etag(withGuardianToRemove, guardianEtag),
    },
    lookUpGuardian: { body: { cpr: demoGuardianCpr } },
    correctGuardianContact: {
      parameters: { guardianship: ids.guardianship(withGuardian) },
      ifMatch: await ids.etag(withGuardian, guardianEtag),
      body: contact,
    },
    sendEmailLinkToGuardian: { parameters: { guardianship: ids.guardianship(withGuardianToVerify) } },
    confirmUnconfirmedGuardianPapers: { parameters: { month: ids.monthOfUnconfirmedPapers() }, body: { papers: 1 } },
    confirmGuardianPaperDestroyed: { parameters: { guardian: ids.guardianPaper(monthOf(today)) } },
  }
}
