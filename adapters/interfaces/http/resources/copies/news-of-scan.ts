import type { CopyEvent } from '../../../../../domain/copy/copy-event'
import type { Day } from '../../../../../domain/values/day'
import type { CopyId, FeeId, LoanId } from '../../../../../domain/values/ids'
import type { Ore } from '../../../../../domain/values/ore'
import { itemsOfFee, latenessFeeOfOccasion } from '../../../../../projections/fees/fee-queries'
import { priceGivenBackForFoundCopy } from '../../../../../projections/fees/reimbursement-queries'
import { loanOfCopyEndedOn } from '../../../../../projections/loans/loan-queries'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'

/** What is done by a command; no events when it is a repeat. */
interface RecordedScan {
  readonly events: ReadonlyArray<CopyEvent>
  readonly repeated: boolean
}

/** The fee for a late return; `joins` says that a copy of the same occasion had levied it before, so this one costs nothing. */
export interface FeeOfReturn {
  readonly fee: FeeId
  readonly amount: Ore
  readonly joins: boolean
}

/** What was found: a copy that counted as lost, or one that a borrower had claimed returned. */
export type FoundByScan = 'lost' | 'claimedReturned'

/** Null for a repeat, whose first answer said it. */
export const foundBy = ({ events }: RecordedScan): FoundByScan | null => {
  if (events.some(({ type }) => type === 'CopyFound')) return 'lost'
  return events.some(({ type }) => type === 'ClaimedCopyFound') ? 'claimedReturned' : null
}

/** The loan that a return on a day has ended, as its repeat answers too; null for another scan. */
export const loanEndedBy =
  ({ events, repeated }: RecordedScan, copy: CopyId, returnedOn: Day) =>
  (rows: ReadModelRows): LoanId | null => {
    const ended = events.flatMap((event) => (event.type === 'LoanReturned' ? [event.open.loan] : []))[0]
    const endedBefore = repeated ? loanOfCopyEndedOn(copy, returnedOn)(rows) : undefined
    return ended ?? (endedBefore?.end === 'returned' ? endedBefore.loan : null)
  }

/** The fee that the return of a copy on a day levied or joined, once the reactions have run; null when it was in time. */
export const feeOfReturn =
  ({ events, repeated }: RecordedScan, copy: CopyId, returnedOn: Day) =>
  (rows: ReadModelRows): FeeOfReturn | null => {
    const endsLoan = repeated || events.some(({ type }) => type === 'LoanReturned')
    const loan = endsLoan ? loanOfCopyEndedOn(copy, returnedOn)(rows) : undefined
    if (loan?.end !== 'returned') return null
    const levied = latenessFeeOfOccasion(loan.borrower, { ...loan, occasion: returnedOn })(rows)
    if (levied === undefined || levied.ending === 'cancelled') return null
    const { fee, amount } = levied
    return { fee, amount, joins: itemsOfFee(fee)(rows).length > 1 }
  }

/** What is to be paid back for a lost copy that the scan found, once the reactions have run; null when it was not paid for. */
export const toReimburseFor =
  (scan: RecordedScan, copy: CopyId) =>
  (rows: ReadModelRows): Ore | null =>
    foundBy(scan) === 'lost' ? (priceGivenBackForFoundCopy(copy)(rows) ?? null) : null
