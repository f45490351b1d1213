import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { PaymentId } from '../../values/ids'

/** All fees of the payment are settled. It is erased 30 days later. */
export const PaymentCompleted = defineEvent('PaymentCompleted', 1, {
  open: { payment: PaymentId, completedOn: Day },
  sealed: {},
})
export type PaymentCompleted = EventOf<typeof PaymentCompleted>
