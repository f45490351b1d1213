import { PaymentMade } from '../payment/events/payment-made'
import { followUpToFee, followUpToPayment } from './follow-up'
import { defineReaction } from './reaction'
import { followUpToReimburseByRule } from './follow-up-to-reimburse-by-rule'

/**
 * A payment pays each of its fees, then is completed. The follow-ups run in order. A fee that was settled meanwhile
 * refuses the payment, and the money goes back; so each fee of a completed payment is settled, and none is paid twice.
 */
export const paymentPaysFees = defineReaction('payment-pays-fees', {
  eventTypes: [PaymentMade],
  factNames: ['feesPaidTooMuch'],
  followUpsOf:
    ({ feesPaidTooMuch }) =>
    ({ open: { payment }, sealed }) => {
      if (sealed.payment._tag === 'Erased') return []
      const { fees, paidOn } = sealed.payment.value
      return [
        ...fees.map((fee) => followUpToFee(fee, { type: 'PayFee', fee, payment, paidOn })),
        ...feesPaidTooMuch.map(followUpToReimburseByRule('paid too much', paidOn)),
        followUpToPayment(payment, { type: 'CompletePayment', payment, on: paidOn }),
      ]
    },
})
