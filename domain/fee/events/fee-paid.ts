import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../language/day'
import { BorrowerId, FeeId, PaymentId } from '../../language/ids'
import { Ore } from '../../language/ore'

/** A fee is paid whole. */
export const FeePaid = defineEvent('FeePaid', 1, {
  open: { fee: FeeId },
  sealed: { fee: { borrower: BorrowerId, payment: PaymentId, amount: Ore, paidOn: Day } },
})
export type FeePaid = EventOf<typeof FeePaid>
