import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, FeeId, PaymentId } from '../../values/ids'
import { Ore } from '../../values/ore'

/** A fee was paid in full. */
export const FeePaid = defineEvent('FeePaid', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, payment: PaymentId, amount: Ore, paidOn: Day } },
})
export type FeePaid = EventOf<typeof FeePaid>
