import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeItem } from '../fee-item'
import { ReimbursementReason } from '../reimbursement-reason'

/**
 * The library owes a borrower money. It does not name the fee that was paid, which is erased earlier. Erased 30 days after payout, and at the latest on
 * `latestEnd`.
 */
export const ReimbursementGranted = defineEvent('ReimbursementGranted', 1, {
  open: { fee: FeeId, grantedOn: Day, latestEnd: Day },
  sealed: {
    fee: {
      borrower: BorrowerId,
      amount: Ore,
      because: ReimbursementReason,
      items: t.readonlyArray(FeeItem),
    },
  },
})
export type ReimbursementGranted = EventOf<typeof ReimbursementGranted>
