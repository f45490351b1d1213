import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { lendingTexts } from '../../pages/lending/lending-texts'
import { LoanReceiptView } from '../../pages/loan-receipt/loan-receipt-view'
import { readBorrowerAtLending } from './borrower-at-lending'
import { defineStaffPage } from './define-staff-page'

/** The receipt for the loans of today, to print. */
export const loanReceiptPage = defineStaffPage({
  path: '/skranke/kvittering/:borrower',
  title: lendingTexts.receipt,
  read: (request) =>
    pipe(
      readBorrowerAtLending(request, request.params['borrower'] ?? ''),
      TE.map(({ borrower, today, loans }) => ({
        ...{ borrower, today, loans: loans.filter(({ lentOn }) => lentOn === today) },
      })),
    ),
  view: LoanReceiptView,
})
