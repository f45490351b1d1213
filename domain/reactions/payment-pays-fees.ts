import { PaymentMade } from '../payment/events/payment-made'
import { toFee, toPayment } from './follow-up'
import { reaction } from './reaction'

/**
 * A payment pays each of its fees, and is completed after the last. Follow-ups are done in order, each before the next
 * begins; a fee that was settled meanwhile refuses and is passed by: so when the payment completes, every fee of it is
 * settled.
 */
export const paymentPaysFees = reaction('payment-pays-fees', {
  on: [PaymentMade],
  needs: [],
  react:
    () =>
    ({ open: { payment }, sealed }) => {
      if (sealed.payment._tag === 'Erased') return []
      const { fees, paidOn } = sealed.payment.value
      return [
        ...fees.map((fee) => toFee(fee, { type: 'PayFee', fee, payment, paidOn })),
        toPayment(payment, { type: 'CompletePayment', payment, on: paidOn }),
      ]
    },
})
