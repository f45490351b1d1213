import { loansForMonthStatisticsTable, reservationsForMonthStatisticsTable } from '../../../projections/activity/activity-tables' // prettier-ignore
import { feesTable, paymentsTable, reimbursementsTable } from '../../../projections/fees/fee-tables'
import { legalHoldsTable } from '../../../projections/legal-holds/legal-holds-table'
import { loanOverridesTable } from '../../../projections/overrides/override-tables'
import { historyMonthsTable } from '../../../projections/loan-histories/loan-histories-tables'
import { loansTable } from '../../../projections/loans/loans-table'
import { messagesTable } from '../../../projections/messages/message-table'
import { unmatchedCasesTable } from '../../../projections/offline-cases/offline-case-tables'
import { reservationsTable, reservedCopiesTable } from '../../../projections/queue/queue-tables'
import { recordingsTable, videoRequestsTable } from '../../../projections/video/video-tables'
import type { ScopeId } from '../../../domain/values/ids'
import type { Ore } from '../../../domain/values/ore'
import { isReadableAfter } from '../ground-truth/scopes'
import { compareRows, findRowsOfOtherScopes } from './compare-rows'
import type { Check } from './midnight'

/** What the library holds of loans, reservations, fees, messages and holds: exactly what is known, and no more. */
export const checkCirculationRows: Check = ({ year, day }) => {
  const { groundTruth, library } = year
  const { rows } = library
  const scope = isReadableAfter(groundTruth)(day)
  const isReadable = (id: string): boolean => groundTruth.scopes.has(id) && scope(groundTruth.scopes.get(id)!)
  return [
    ...compareRows(rows, {
      ...{ table: loansTable, key: 'loan', promise: 'loans' },
      rows: [...groundTruth.loans.values()]
        .filter(({ loan, end }) => end !== 'undone' && isReadable(loan))
        .map(({ loan, borrower, copy, title, lentOn, dueOn, endedOn, end, claimedOn }) => ({
          ...{ loan, borrower, copy, title, lentOn, dueOn, endedOn, claimedOn },
          end: end as 'returned' | null,
        })),
    }),
    ...compareRows(rows, {
      ...{ table: loanOverridesTable, key: 'loan', promise: 'overrides' },
      rows: [...groundTruth.loans.values()]
        .filter(({ loan, overrideReason }) => overrideReason !== null && isReadable(loan))
        .map(({ loan, borrower, copy, overrideReason }) => ({
          ...{ loan, borrower, copy, act: 'loan' as const, reason: overrideReason ?? '' },
        })),
    }),
    ...compareRows(rows, {
      ...{ table: reservationsTable, key: 'reservation', promise: 'reservations' },
      rows: [...groundTruth.reservations.values()].map(
        ({ reservation, borrower, title, pickUpBranch, interestUntil, pickUpBy, parallelTo, volume }) => ({
          ...{ reservation, borrower, title, pickUpBranch, interestUntil, pickUpBy, volume },
          parallelTo: parallelTo.length === 0 ? null : parallelTo.join(' '),
        }),
      ),
    }),
    ...findRowsOfOtherScopes(rows, reservedCopiesTable, 'setAside', 'reservations', isReadable),
    ...findRowsOfOtherScopes(rows, reservedCopiesTable, 'reservation', 'reservations', isReadable),
    ...compareRows(rows, {
      ...{ table: feesTable, key: 'fee', promise: 'outstandingBalance' },
      rows: [...groundTruth.fees.values()]
        .filter(({ fee }) => isReadable(fee))
        .map(({ fee, borrower, kind, amount, leviedOn, settledOn, ending, ...of }) => ({
          ...{ fee, borrower, kind, amount: amount as Ore, leviedOn, settledOn, ending },
          ...{ collection: of.collection, noticeRequestedOn: of.noticeRequestedOn, noticePayBy: of.payBy },
        })),
    }),
    ...compareRows(rows, {
      ...{ table: reimbursementsTable, key: 'reimbursement', promise: 'outstandingBalance' },
      rows: [...groundTruth.reimbursements.values()]
        .filter(({ reimbursement }) => isReadable(reimbursement))
        .map(({ reimbursement, borrower, amount, settledOn }) => ({
          ...{ reimbursement, borrower, amount: amount as Ore, settledOn },
        })),
    }),
    ...compareRows(rows, {
      ...{ table: paymentsTable, key: 'payment', promise: 'outstandingBalance' },
      rows: [...groundTruth.payments.values()]
        .filter(({ payment }) => isReadable(payment))
        .map(({ amount, ...payment }) => ({ ...payment, amount: amount as Ore })),
    }),
    ...compareRows(rows, {
      ...{ table: messagesTable, key: 'message', promise: 'messages' },
      rows: [...groundTruth.messages.values()].filter(({ message }) => isReadable(message)),
    }),
    ...compareRows(rows, {
      ...{ table: legalHoldsTable, key: 'hold', promise: 'legalHold' },
      promiseOfColumn: { reasonForBorrower: 'explainedLegalHold' },
      rows: [...groundTruth.holds.values()]
        .filter(({ hold }) => isReadable(hold))
        .map(({ hold, borrower, lastDay, scope: held, caseNumber, reasonForBorrower }) => ({
          ...{ hold, borrower, lastDay, scope: held as ScopeId, caseNumber, reasonForBorrower },
        })),
    }),
    ...findRowsOfOtherScopes(rows, unmatchedCasesTable, 'unmatched', 'offlineCases', isReadable),
    ...findRowsOfOtherScopes(rows, recordingsTable, 'footage', 'footage', isReadable),
    ...findRowsOfOtherScopes(rows, videoRequestsTable, 'viewing', 'videoViewings', isReadable),
    ...findRowsOfOtherScopes(rows, loansForMonthStatisticsTable, 'statistics', 'statistics', isReadable),
    ...findRowsOfOtherScopes(rows, reservationsForMonthStatisticsTable, 'statistics', 'statistics', isReadable),
    ...findRowsOfOtherScopes(rows, historyMonthsTable, 'history', 'loanHistory', isReadable),
  ]
}
