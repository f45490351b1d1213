import { FeeCancelled } from '../../../domain/fee/events/fee-cancelled'
import { FeeJoined } from '../../../domain/fee/events/fee-joined'
import { FeeLevied } from '../../../domain/fee/events/fee-levied'
import { FeePaid } from '../../../domain/fee/events/fee-paid'
import { FeeSettled } from '../../../domain/fee/events/fee-settled'
import { FeeReduced } from '../../../domain/fee/events/fee-reduced'
import { FeeWrittenOff } from '../../../domain/fee/events/fee-written-off'
import type { FeeCommand } from '../../../domain/fee/decide-fee-command'
import { feeDecider } from '../../../domain/fee/fee-decider'
import type { LevyFee } from '../../../domain/fee/commands/levy-fee'
import { oreFromKroner, zeroOre } from '../../../domain/values/ore'
import { feeId, feeItem, exampleFeeLevied, paymentId } from '../../fixtures/example-fees'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import { anna, day } from '../../fixtures/example-library'

const fee = feeId(1)
const settled = FeeSettled({ fee, settledOn: day('2026-03-24') }, {})
const paid = FeePaid(
  { fee },
  { fee: { borrower: anna, payment: paymentId(1), amount: oreFromKroner(20), paidOn: day('2026-03-24') } },
)
const joined = FeeJoined({ fee }, { fee: { borrower: anna, item: feeItem(2) } })

const levy: LevyFee = {
  ...{ type: 'LevyFee', fee, kind: 'lateness', borrower: anna, amount: oreFromKroner(20) },
  ...{ lentOn: day('2026-02-05'), dueOn: day('2026-03-07'), occasion: day('2026-03-10'), items: [feeItem(1)] },
  owedUntil: day('2029-03-10'),
}
const join: FeeCommand = { type: 'JoinFee', fee, borrower: anna, item: feeItem(2) }
const pay: FeeCommand = { type: 'PayFee', fee, payment: paymentId(1), paidOn: day('2026-03-24') }
const byStaff = { reason: 'ill', role: 'staff' } as const
const onPayday = { ...byStaff, on: day('2026-03-24') }
const writeOff: FeeCommand = { type: 'WriteOffFee', fee, ...onPayday }
const cancel: FeeCommand = { type: 'CancelFee', fee, because: 'mistake', ...onPayday }
const reduce = (kroner: number): FeeCommand => ({ type: 'ReduceFee', fee, by: oreFromKroner(kroner), ...onPayday })
const reduced = (by: number, left: number) =>
  FeeReduced(
    { fee },
    {
      fee: {
        ...{ borrower: anna, by: oreFromKroner(by), amount: oreFromKroner(left), reducedOn: day('2026-03-24') },
        ...byStaff,
      },
    },
  )

const past = given(feeDecider)
const nothing = past()
const owed = past(exampleFeeLevied())
const over = past(exampleFeeLevied(), paid, settled)
const forgotten = past(...withScopesErased(new Set([fee]))([exampleFeeLevied()]))

describe('a fee that has not been levied', () => {
  it('is levied', () => {
    const { amount, lentOn, dueOn, occasion, items } = levy
    nothing
      .when(levy)
      .thenHappens(
        FeeLevied(
          { fee, kind: 'lateness', leviedOn: day('2026-03-10'), owedUntil: day('2029-03-10') },
          { fee: { borrower: anna, amount, lentOn, dueOn, occasion, items } },
        ),
      )
  })

  it('is not levied without an amount or a loan', () => {
    nothing.when({ ...levy, amount: zeroOre }).thenRefused({ _tag: 'FeeIsForNothing' })
    nothing.when({ ...levy, items: [] }).thenRefused({ _tag: 'FeeIsForNothing' })
  })

  it.each([join, pay, reduce(5), writeOff, cancel])('is unknown to $type', (command) => {
    nothing.when(command).thenRefused({ _tag: 'FeeIsUnknown' })
  })
})

describe('a fee that is owed', () => {
  it('is joined by a further late return of the same occasion, at no cost', () => {
    owed.when(join).thenHappens(joined)
    past(exampleFeeLevied(), joined).when(pay).thenHappens(paid, settled)
  })

  it('is joined by each loan once', () => {
    past(exampleFeeLevied(), joined).when(join).thenHappens()
  })

  it('is paid whole, and is settled with it', () => {
    owed.when(pay).thenHappens(paid, settled)
  })

  it('is written off by staff, and is settled with it', () => {
    const writtenOff = FeeWrittenOff({ fee }, { fee: { borrower: anna, amount: oreFromKroner(20), ...byStaff } })
    owed.when(writeOff).thenHappens(writtenOff, settled)
  })

  it('is reduced by an amount, and then paid with what is left', () => {
    owed.when(reduce(15)).thenHappens(reduced(15, 5))
    const paidLeft = FeePaid(
      { fee },
      { fee: { borrower: anna, payment: paymentId(1), amount: oreFromKroner(5), paidOn: day('2026-03-24') } },
    )
    past(exampleFeeLevied(), reduced(15, 5)).when(pay).thenHappens(paidLeft, settled)
  })

  it('is not reduced by nothing, nor by all that is owed', () => {
    owed.when(reduce(0)).thenRefused({ _tag: 'AmountIsNothing' })
    owed.when(reduce(20)).thenRefused({ _tag: 'ReductionIsTooLarge' })
    past(exampleFeeLevied(), reduced(15, 5)).when(reduce(5)).thenRefused({ _tag: 'ReductionIsTooLarge' })
  })

  it('is cancelled, and is settled with it', () => {
    owed
      .when(cancel)
      .thenHappens(FeeCancelled({ fee }, { fee: { borrower: anna, because: 'mistake', ...byStaff } }), settled)
  })

  it('is not levied again', () => {
    owed.when(levy).thenRefused({ _tag: 'FeeIsAlreadyLevied' })
  })

  it('cannot be joined when it is for a lost copy', () => {
    past(exampleFeeLevied('compensation')).when(join).thenRefused({ _tag: 'FeeIsNotForLateness' })
  })
})

describe('a fee that is settled', () => {
  it('can still be joined: a borrower who paid in the morning owes nothing in the afternoon', () => {
    over.when(join).thenHappens(joined)
  })

  it.each([pay, reduce(5), writeOff, cancel])('is not settled again by $type', (command) => {
    over.when(command).thenRefused({ _tag: 'FeeIsSettled' })
  })

  it('is not levied again', () => {
    over.when(levy).thenRefused({ _tag: 'FeeIsAlreadyLevied' })
  })
})

describe('a fee whose borrower was erased before it was settled', () => {
  it.each([join, pay, reduce(5), writeOff, cancel])('is owed by nobody: $type', (command) => {
    forgotten.when(command).thenRefused({ _tag: 'FeeIsForgotten' })
  })
})
