import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { FeeId, PaymentId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { boundedListCodec } from '../../codecs/bounded-list-codec'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'

const paymentValue = personalValueCodec('payment')

/** The largest number of fees in a payment. */
const maxFees = 200

export const OnlinePaymentBody = objectCodec('NewOnlinePayment', { fees: boundedListCodec(maxFees, FeeId) })

export const StartedPaymentAnswer = objectCodec('StartedPayment', {
  payment: paymentValue(PaymentId),
  amount: paymentValue(Ore),
  continueAt: paymentValue(t.string),
  isStandIn: t.boolean,
})

export const PaymentOutcomeAnswer = objectCodec('PaymentOutcome', {
  payment: paymentValue(PaymentId),
  status: paymentValue(t.keyof({ open: null, paid: null, refused: null })),
})

/** Payments that were started and that the payment service has not confirmed. */
export const paymentsUnderWayMember = {
  payments: listCodec(
    objectCodec('PaymentUnderWay', {
      payment: paymentValue(PaymentId),
      amount: paymentValue(Ore),
      fees: paymentValue(listCodec(FeeId)),
      startedOn: paymentValue(Day),
    }),
  ),
}

export const PaymentsUnderWayAnswer = objectCodec('PaymentsUnderWay', paymentsUnderWayMember)
