import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import type { ReimbursementRow } from '../fees/fee-tables'
import { reimbursementsOfBorrower } from '../fees/reimbursement-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'

type ShownMember = 'reimbursement' | 'amount' | 'because' | 'names' | 'grantedOn' | 'settledOn' | 'ending'

/** A reimbursement as its borrower sees it. */
export interface ReimbursementInOverview extends Pick<ReimbursementRow, ShownMember> {
  /** The day with whose closing it is forgotten; null until it is paid out or cancelled. */
  readonly forgottenOn: Day | null
}

/** What the library owes a borrower, or paid out less than `retentionDays` ago. */
export const reimbursementsInOverview =
  (retentionDays: number) =>
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<ReimbursementInOverview> =>
    reimbursementsOfBorrower(borrower)(rows).map(
      ({ reimbursement, amount, because, names, grantedOn, settledOn, ending }) => ({
        reimbursement,
        amount,
        because,
        names,
        grantedOn,
        settledOn,
        ending,
        forgottenOn: settledOn === null ? null : addDays(retentionDays)(settledOn),
      }),
    )
