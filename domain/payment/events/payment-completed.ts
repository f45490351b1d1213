import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../language/day'
import { PaymentId } from '../../language/ids'

/** Every fee of the payment is paid; the payment is forgotten 30 days later. */
export const PaymentCompleted = defineEvent('PaymentCompleted', 1, {
  open: { payment: PaymentId, completedOn: Day },
  sealed: {},
})
export type PaymentCompleted = EventOf<typeof PaymentCompleted>
