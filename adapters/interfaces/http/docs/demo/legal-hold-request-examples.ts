import type { Day } from '../../../../../domain/values/day'
import { addMonths, lastDayOfMonth, monthOf } from '../../../../../domain/values/month'
import { demoLegalHoldCaseNumbers } from '../../../../imports/demo/run-use-cases-in-demo'
import { exampleBorrowers, exampleCopies } from '../../../../imports/demo/demo-records-for-examples'
import type { RequestExamples } from '../../openapi/request-example'
import type { ExampleIds } from './find-example-ids'

const [caseToProlong, caseToRelease] = demoLegalHoldCaseNumbers

const lastDayAfter = (today: Day, months: number): Day => lastDayOfMonth(addMonths(months)(monthOf(today)))

/** Examples of commands to legal holds of the demo library. */
export const legalHoldRequestExamples = (ids: ExampleIds, today: Day): RequestExamples => ({
  setHold: {
    body: {
      scope: ids.loan(exampleCopies.toReturn) || ids.borrower(exampleBorrowers.withLoans),
      lastDay: lastDayAfter(today, 2),
      why: 'Anmodning fra politiet',
      caseNumber: '2026-17',
    },
  },
  prolongHold: {
    parameters: { hold: ids.hold(caseToProlong) },
    body: { lastDay: lastDayAfter(today, 6), why: 'Sagen er ikke afsluttet' },
  },
  releaseHold: { parameters: { hold: ids.hold(caseToRelease) }, body: { why: 'Sagen er afsluttet' } },
})
