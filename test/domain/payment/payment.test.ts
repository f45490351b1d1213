import { kroner } from '../../../domain/values/ore'
import type { MakePayment } from '../../../domain/payment/commands/make'
import type { PaymentCommand } from '../../../domain/payment/decide'
import { paymentDecider } from '../../../domain/payment/decider'
import { PaymentCompleted } from '../../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../../domain/payment/events/payment-made'
import { feeOf, paymentOf } from '../../fixtures/fees'
import { forget } from '../../fixtures/forget'
import { given } from '../../fixtures/given'
import { anna, bent, day, noon } from '../../fixtures/library'

const payment = paymentOf(1)
const twenty = { fee: feeOf(1), amount: kroner(20) }
const sixty = { fee: feeOf(2), amount: kroner(60) }
const make: MakePayment = {
  ...{ type: 'MakePayment', payment, borrower: anna, order: 'order 17' },
  ...{ fees: [twenty, sixty], amount: kroner(80), at: noon('2026-03-24') },
}
const complete: PaymentCommand = { type: 'CompletePayment', payment, on: day('2026-03-24') }

const made = PaymentMade(
  { payment, latestEnd: day('2026-05-23') },
  {
    payment: {
      ...{ borrower: anna, order: 'order 17', fees: [feeOf(1), feeOf(2)] },
      ...{ amount: kroner(80), paidOn: day('2026-03-24') },
    },
  },
)
const completed = PaymentCompleted({ payment, completedOn: day('2026-03-24') }, {})
const past = given(paymentDecider)

describe('a payment', () => {
  it('pays several fees whole', () => {
    past().when(make).thenHappens(made)
  })

  it.each([
    ['too little', { ...make, amount: kroner(79) }, 'AmountIsNotTheSum'],
    ['too much', { ...make, amount: kroner(81) }, 'AmountIsNotTheSum'],
    ['no fee', { ...make, fees: [], amount: kroner(0) }, 'PaymentNamesNoFee'],
    ['one fee twice', { ...make, fees: [twenty, twenty], amount: kroner(40) }, 'PaymentNamesAFeeTwice'],
  ] as const)('is refused for %s', (_, command, _tag) => {
    past().when(command).thenRefused({ _tag })
  })

  it('is made once however often its order is sent', () => {
    past(made).when(make).thenHappens()
    past(made)
      .when({ ...make, fees: [sixty, twenty] })
      .thenHappens()
    past(made, completed).when(make).thenHappens()
    past(...forget(new Set([payment]))([made]))
      .when(make)
      .thenHappens()
  })

  it.each([
    ['another borrower', { ...make, borrower: bent }],
    ['another amount', { ...make, amount: kroner(20) }],
    ['another order', { ...make, order: 'order 18' }],
    ['fewer fees', { ...make, fees: [twenty] }],
    ['other fees', { ...make, fees: [twenty, { ...sixty, fee: feeOf(3) }] }],
  ])('is not taken for that of %s', (_, command) => {
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
