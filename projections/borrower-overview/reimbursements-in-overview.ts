import type { BorrowerId } from '../../domain/values/ids'
import type { ReimbursementRow } from '../fees/fee-tables'
import { reimbursementsOfBorrower } from '../fees/reimbursement-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'

type ShownMember = 'reimbursement' | 'amount' | 'because' | 'names' | 'grantedOn' | 'settledOn' | 'ending'

/** A reimbursement as its borrower sees it. */
export type ReimbursementInOverview = Pick<ReimbursementRow, ShownMember>

/** What the library owes a borrower, or paid out in the last 30 days. */
export const reimbursementsInOverview =
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
      }),
    )
