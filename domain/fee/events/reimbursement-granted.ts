import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { FeeItem } from '../fee-item'
import { ReimbursementReason } from '../reimbursement-reason'

/** The library owes a borrower money. Erased 30 days after payout, and at the latest on `latestEnd`. */
export const ReimbursementGranted = defineEvent('ReimbursementGranted', 1, {
  open: { fee: FeeId, grantedOn: Day, latestEnd: Day },
  sealed: {
    fee: {
      borrower: BorrowerId,
      /** The fee that was paid. It may be erased earlier. */
      paidFee: FeeId,
      amount: Ore,
      because: ReimbursementReason,
      items: t.readonlyArray(FeeItem),
    },
  },
})
export type ReimbursementGranted = EventOf<typeof ReimbursementGranted>
