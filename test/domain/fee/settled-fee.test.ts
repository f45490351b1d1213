import type { FeeCommand } from '../../../domain/fee/decide-fee-command'
import { feeDecider } from '../../../domain/fee/fee-decider'
import { FeeCancelled } from '../../../domain/fee/events/fee-cancelled'
import { FeePaid } from '../../../domain/fee/events/fee-paid'
import { FeeReimbursed } from '../../../domain/fee/events/fee-reimbursed'
import { FeeSettled } from '../../../domain/fee/events/fee-settled'
import { FeeWaived } from '../../../domain/fee/events/fee-waived'
import { FeeWrittenOff } from '../../../domain/fee/events/fee-written-off'
import { ReimbursementGranted } from '../../../domain/fee/events/reimbursement-granted'
import { ReimbursementPaidOut } from '../../../domain/fee/events/reimbursement-paid-out'
import { WriteOffReduced } from '../../../domain/fee/events/write-off-reduced'
import { oreFromKroner, zeroOre } from '../../../domain/values/ore'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { exampleFeeLevied, feeId, feeItem, paymentId } from '../../fixtures/example-fees'
import { anna, day } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'

const fee = feeId(1)
const [amount, on] = [oreFromKroner(20), day('2026-03-24')]
const byStaff = { reason: 'ill', role: 'staff' } as const
const settled = FeeSettled({ fee, settledOn: on }, {})
const paid = FeePaid({ fee }, { fee: { borrower: anna, payment: paymentId(1), amount, paidOn: on } })
const writtenOff = FeeWrittenOff({ fee }, { fee: { borrower: anna, amount, ...byStaff } })
const waived = FeeWaived({ fee }, { fee: { borrower: anna, reason: 'ill' } })
const cancelled = FeeCancelled(
  { fee },
  { fee: { borrower: anna, because: 'copy found', reason: null, role: 'system' } },
)

const corrected = { fee, borrower: anna, amount: oreFromKroner(5), items: [feeItem(1)], on, ...byStaff } as const
const occasion = { lentOn: day('2026-02-05'), dueOn: day('2026-03-07'), occasion: day('2026-03-10') }
const reimburse: FeeCommand = { type: 'ReimburseFee', ...corrected, because: 'decided by staff' }
const giveBackWhatCameTooLate: FeeCommand = { type: 'ReimburseFee', ...corrected, because: 'paid too much' }
const demandAgain: FeeCommand = { type: 'ReduceWriteOff', ...corrected, ...occasion }

const past = given(feeDecider)
const owed = past(exampleFeeLevied())
const afterPayment = past(exampleFeeLevied(), paid, settled)
const afterWriteOff = past(exampleFeeLevied(), writtenOff, settled)

const reimbursed = (because: 'decided by staff' | 'paid too much') => {
  const { fee: _fee, on: reimbursedOn, ...part } = corrected
  return FeeReimbursed({ fee }, { fee: { ...part, because, reimbursedOn } })
}

describe('a fee that was paid', () => {
  it('is reimbursed with a reason and a role, and stays settled', () => {
    afterPayment.when(reimburse).thenHappens(reimbursed('decided by staff'))
    past(exampleFeeLevied(), paid, settled, reimbursed('decided by staff'))
      .when(reimburse)
      .thenHappens(reimbursed('decided by staff'))
  })

  it('is not reimbursed with nothing', () => {
    afterPayment.when({ ...reimburse, amount: zeroOre }).thenRefused({ _tag: 'AmountIsNothing' })
  })

  it('is not demanded again', () => {
    afterPayment.when(demandAgain).thenRefused({ _tag: 'FeeIsNotWrittenOff' })
  })
})

describe('a fee that was written off', () => {
  it.each([
    ['as it is written off today', writtenOff],
    ['as it was waived before', waived],
  ])('is demanded again in part, %s', (_how, ending) => {
    const { fee: _fee, on: reducedOn, ...part } = corrected
    const again = WriteOffReduced({ fee }, { fee: { ...part, ...occasion, kind: 'lateness', reducedOn } })
    past(exampleFeeLevied(), ending, settled).when(demandAgain).thenHappens(again)
  })

  it('is not reimbursed: nothing was paid', () => {
    afterWriteOff.when(reimburse).thenRefused({ _tag: 'FeeIsNotPaid' })
  })
})

describe('money that came for a fee after it was settled in another way', () => {
  it.each([
    ['cancelled', cancelled],
    ['written off', writtenOff],
  ])('goes back when the fee was %s', (_how, ending) => {
    past(exampleFeeLevied(), ending, settled).when(giveBackWhatCameTooLate).thenHappens(reimbursed('paid too much'))
  })

  it('goes back when another payment paid the fee: which one did, the payments say', () => {
    afterPayment.when(giveBackWhatCameTooLate).thenHappens(reimbursed('paid too much'))
  })
})

describe('a fee that is owed', () => {
  it.each([
    [reimburse, 'FeeIsNotPaid'],
    [demandAgain, 'FeeIsNotWrittenOff'],
    [{ type: 'PayOutReimbursement', fee, order: 'o-1', role: 'staff', on } as const, 'FeeIsNoReimbursement'],
  ] as const)('refuses $type', (command, _tag) => {
    owed.when(command).thenRefused({ _tag })
  })
})

describe('a reimbursement', () => {
  const grant: FeeCommand = { ...corrected, type: 'GrantReimbursement', because: 'copy found' }
  const granted = ReimbursementGranted(
    { fee, grantedOn: on, latestEnd: day('2029-03-24') },
    {
      fee: {
        ...{ borrower: anna, amount: oreFromKroner(5) },
        ...{ because: 'copy found', items: [feeItem(1)] },
      },
    },
  )
  const payOut: FeeCommand = { type: 'PayOutReimbursement', fee, order: 'order-7', role: 'staff', on }
  const paidOut = ReimbursementPaidOut(
    { fee },
    {
      fee: {
        borrower: anna,
        order: 'order-7',
        amount: oreFromKroner(5),
        paidOutOn: on,
        role: 'staff',
        paidOutAtBranch: null,
      },
    },
  )

  it('is granted once, and ends at the latest after three years', () => {
    past().when(grant).thenHappens(granted)
    past(granted).when(grant).thenRefused({ _tag: 'FeeIsAlreadyLevied' })
  })

  it('is paid out whole and once, and is settled with it', () => {
    past(granted).when(payOut).thenHappens(paidOut, settled)
    past(granted, paidOut, settled).when(payOut).thenRefused({ _tag: 'FeeIsSettled' })
  })

  it('that was granted by mistake is cancelled', () => {
    const mistaken = FeeCancelled({ fee }, { fee: { borrower: anna, because: 'mistake', ...byStaff } })
    past(granted)
      .when({ type: 'CancelFee', fee, because: 'mistake', on, ...byStaff })
      .thenHappens(mistaken, settled)
  })

  it.each([
    { type: 'PayFee', fee, payment: paymentId(1), paidOn: on },
    { type: 'WriteOffFee', fee, on, ...byStaff },
    { type: 'ReduceFee', fee, by: oreFromKroner(1), on, ...byStaff },
  ] as const)('is no debt of the borrower: $type is refused', (command) => {
    past(granted).when(command).thenRefused({ _tag: 'FeeIsAReimbursement' })
  })

  it('whose borrower is erased is paid out to nobody', () => {
    past(...withScopesErased(new Set([fee]))([granted]))
      .when(payOut)
      .thenRefused({ _tag: 'FeeIsForgotten' })
  })
})
