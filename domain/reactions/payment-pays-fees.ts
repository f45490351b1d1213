import { PaymentMade } from '../payment/events/payment-made'
import { followUpToFee, followUpToPayment } from './follow-up'
import { defineReaction } from './reaction'

/**
 * A payment pays each of its fees, then is completed. The follow-ups run in order. A fee that was settled meanwhile
 * refuses and is skipped, so each fee of a completed payment is settled.
 */
export const paymentPaysFees = defineReaction('payment-pays-fees', {
  eventTypes: [PaymentMade],
  factNames: [],
  followUpsOf:
    () =>
    ({ open: { payment }, sealed }) => {
      if (sealed.payment._tag === 'Erased') return []
      const { fees, paidOn } = sealed.payment.value
      return [
        ...fees.map((fee) => followUpToFee(fee, { type: 'PayFee', fee, payment, paidOn })),
        followUpToPayment(payment, { type: 'CompletePayment', payment, on: paidOn }),
      ]
    },
})
