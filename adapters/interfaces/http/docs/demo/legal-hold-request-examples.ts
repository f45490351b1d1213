import type { Day } from '../../../../../domain/values/day'
import { addMonths, lastDayOfMonth, monthOf } from '../../../../../domain/values/month'
import { demoLegalHolds } from '../../../../imports/demo/demo-legal-holds'
import { exampleBorrowers, exampleCopies } from '../../../../imports/demo/demo-records-for-examples'
import type { RequestExamples } from '../../openapi/request-example'
import type { ExampleIds } from './find-example-ids'

const [toProlong, toRelease] = demoLegalHolds

const lastDayAfter = (today: Day, months: number): Day => lastDayOfMonth(addMonths(months)(monthOf(today)))

/** Examples of commands to legal holds of the demo library. */
export const legalHoldRequestExamples = (ids: ExampleIds, today: Day): RequestExamples => ({
  setHold: {
    body: {
      scope: ids.loan(exampleCopies.toReturn) || ids.borrower(exampleBorrowers.withLoans),
      lastDay: lastDayAfter(today, 2),
      why: 'Anmodning fra politiet',
      caseNumber: '2026-17',
      basisForBorrower: 'GDPR artikel 17, stk. 3, litra e',
      reasonForBorrower: 'Du har klaget over en afgørelse.',
    },
  },
  prolongHold: {
    parameters: { hold: ids.hold(toProlong.caseNumber) },
    body: { lastDay: lastDayAfter(today, 6), why: 'Sagen er ikke afsluttet' },
  },
  releaseHold: { parameters: { hold: ids.hold(toRelease.caseNumber) }, body: { why: 'Sagen er afsluttet' } },
})
