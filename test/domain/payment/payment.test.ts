import { oreFromKroner } from '../../../domain/values/ore'
import type { MakePayment } from '../../../domain/payment/commands/make-payment'
import type { PaymentCommand } from '../../../domain/payment/decide-payment-command'
import { paymentDecider } from '../../../domain/payment/payment-decider'
import { PaymentCompleted } from '../../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../../domain/payment/events/payment-made'
import { feeId, paymentId } from '../../fixtures/example-fees'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import { anna, bent, day, noon } from '../../fixtures/example-library'

const payment = paymentId(1)
const twenty = { fee: feeId(1), amount: oreFromKroner(20) }
const sixty = { fee: feeId(2), amount: oreFromKroner(60) }
const make: MakePayment = {
  ...{ type: 'MakePayment', payment, borrower: anna, order: 'order 17' },
  ...{ fees: [twenty, sixty], amount: oreFromKroner(80), at: noon('2026-03-24') },
}
const complete: PaymentCommand = { type: 'CompletePayment', payment, on: day('2026-03-24') }

const made = PaymentMade(
  { payment, latestEnd: day('2026-05-23') },
  {
    payment: {
      ...{ borrower: anna, order: 'order 17', fees: [feeId(1), feeId(2)] },
      ...{ amount: oreFromKroner(80), paidOn: day('2026-03-24'), paidAtBranch: null },
    },
  },
)
const completed = PaymentCompleted({ payment, completedOn: day('2026-03-24') }, {})
const past = given(paymentDecider)

describe('a payment', () => {
  it('pays several fees in full', () => {
    past().when(make).thenHappens(made)
  })

  it.each([
    ['no fee', { ...make, fees: [], amount: oreFromKroner(0) }, 'PaymentNamesNoFee'],
    ['one fee twice', { ...make, fees: [twenty, twenty], amount: oreFromKroner(40) }, 'PaymentNamesAFeeTwice'],
  ] as const)('is refused for %s', (_, command, _tag) => {
    past().when(command).thenRefused({ _tag })
  })

  it.each([79, 81])('of another amount than the sum of its fees is refused with the sum (%i kr.)', (kroner) => {
    past()
      .when({ ...make, amount: oreFromKroner(kroner) })
      .thenRefused({ _tag: 'AmountIsNotTheSum', sum: oreFromKroner(80) })
  })

  it('is made once, also when its order is sent again', () => {
    past(made).when(make).thenHappens()
    past(made)
      .when({ ...make, fees: [sixty, twenty] })
      .thenHappens()
    past(made, completed).when(make).thenHappens()
    past(...withScopesErased(new Set([payment]))([made]))
      .when(make)
      .thenHappens()
  })

  it.each([
    ['another borrower', { ...make, borrower: bent }],
    ['another amount', { ...make, amount: oreFromKroner(20) }],
    ['another order', { ...make, order: 'order 18' }],
    ['fewer fees', { ...make, fees: [twenty] }],
    ['other fees', { ...make, fees: [twenty, { ...sixty, fee: feeId(3) }] }],
  ])('is refused when the same order has %s', (_, command) => {
    past(made).when(command).thenRefused({ _tag: 'OrderIsAnotherPayment' })
  })

  it('is completed once', () => {
    past(made).when(complete).thenHappens(completed)
    past(made, completed).when(complete).thenHappens()
  })

  it('is not completed before it is made', () => {
    past().when(complete).thenRefused({ _tag: 'PaymentIsUnknown' })
  })
})
