import fc, { type Arbitrary } from 'fast-check'
import type { FeeCommand } from '../../domain/fee/decide-fee-command'
import { feeDecider } from '../../domain/fee/fee-decider'
import type { FeeState } from '../../domain/fee/fee-state'
import { oreFromKroner } from '../../domain/values/ore'
import { feeId, feeItem, paymentId } from '../fixtures/example-fees'
import { anna, day } from '../fixtures/example-library'
import { arbitraryStream, type CommandStep } from './arbitrary-stream'

const fee = feeId(1)
const occasion = { lentOn: day('2026-02-05'), dueOn: day('2026-03-07'), occasion: day('2026-03-10') }
const levy = {
  type: 'LevyFee',
  fee,
  borrower: anna,
  amount: oreFromKroner(20),
  items: [feeItem(1)],
  ...occasion,
} as const

const byStaff = { reason: 'ill', role: 'staff', on: day('2026-03-24') } as const
const ofSettled = { fee, borrower: anna, amount: oreFromKroner(5), items: [feeItem(1)], ...byStaff } as const

/** A command to a fee in any state. */
const arbitraryFeeCommand: Arbitrary<FeeCommand> = fc.oneof(
  fc.constantFrom<FeeCommand>({ ...levy, kind: 'lateness' }, { ...levy, kind: 'compensation' }),
  fc.nat(5).map((n): FeeCommand => ({ type: 'JoinFee', fee, borrower: anna, item: feeItem(n) })),
  fc.constantFrom<FeeCommand>(
    { type: 'PayFee', fee, payment: paymentId(1), paidOn: day('2026-03-24') },
    { type: 'WriteOffFee', fee, ...byStaff },
    { type: 'CancelFee', fee, because: 'mistake', ...byStaff },
  ),
  fc.constantFrom(1, 5, 20).map((by): FeeCommand => ({ type: 'ReduceFee', fee, by: oreFromKroner(by), ...byStaff })),
  fc.constantFrom<FeeCommand>(
    { type: 'ReimburseFee', ...ofSettled, because: 'copy found' },
    { type: 'ReimburseFee', ...ofSettled, because: 'paid too much' },
    { type: 'ReduceWriteOff', ...ofSettled, ...occasion },
    { ...ofSettled, type: 'GrantReimbursement', because: 'copy found' },
    { type: 'PayOutReimbursement', fee, order: 'order-1', role: 'staff', on: day('2026-03-25') },
  ),
)

const arbitraryFeeStep: Arbitrary<CommandStep<FeeCommand, FeeState>> = arbitraryFeeCommand.map(
  (command) => () => command,
)

/** Streams of a fee. */
export const arbitraryFeeStream = arbitraryStream(feeDecider, arbitraryFeeStep)

export const feeCommands: ReadonlyArray<() => FeeCommand> = fc
  .sample(arbitraryFeeCommand, { numRuns: 50, seed: 7 })
  .map((command) => () => command)
