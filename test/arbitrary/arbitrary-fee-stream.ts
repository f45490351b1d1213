import fc, { type Arbitrary } from 'fast-check'
import type { FeeCommand } from '../../domain/fee/decide-fee-command'
import { notCollected } from '../../domain/fee/fee-collection'
import { feeDecider } from '../../domain/fee/fee-decider'
import type { FeeState } from '../../domain/fee/fee-state'
import { oreFromKroner } from '../../domain/values/ore'
import { feeId, feeItem, paymentId } from '../fixtures/example-fees'
import { anna, day } from '../fixtures/example-library'
import type { CollectionFileId } from '../../domain/values/ids'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { arbitraryStream, type CommandStep } from './arbitrary-stream'

const fee = feeId(1)
const file = numberedUuid(700) as CollectionFileId
const occasion = { lentOn: day('2026-02-05'), dueOn: day('2026-03-07'), occasion: day('2026-03-10') }
const levy = {
  type: 'LevyFee',
  fee,
  borrower: anna,
  amount: oreFromKroner(20),
  items: [feeItem(1)],
  owedUntil: day('2029-03-10'),
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
    { type: 'RenewDebt', fee, owedUntil: day('2029-03-24'), ...byStaff },
    { type: 'RequestCollectionNotice', fee, role: 'staff', on: day('2026-03-24') },
    { type: 'RecordCollectionNoticeSent', fee, sentOn: day('2026-03-25'), daysToPay: 14 },
    { type: 'SelectForCollection', fee, file, on: day('2026-05-01') },
    { type: 'PassOnForCollection', fee, file, on: day('2026-05-01') },
    { type: 'RecallFromCollection', fee, ...byStaff },
    { type: 'PayOutReimbursement', fee, order: 'order-1', role: 'staff', on: day('2026-03-25') },
  ),
)

/** The command by which the collection of a fee goes on. */
const nextStepOfCollection = (state: FeeState): FeeCommand => {
  const on = day('2026-05-01')
  const collection = state._tag === 'Owed' && state.debt._tag === 'Plain' ? state.debt.value.collection : notCollected
  switch (collection._tag) {
    case 'NotCollected':
      return { type: 'RequestCollectionNotice', fee, role: 'staff', on }
    case 'NoticeRequested':
      return { type: 'RecordCollectionNoticeSent', fee, sentOn: day('2026-03-25'), daysToPay: 14 }
    case 'NoticeSent':
      return { type: 'SelectForCollection', fee, file, on }
    case 'Selected':
      return { type: 'PassOnForCollection', fee, file, on }
    case 'PassedOn':
      return { type: 'RecallFromCollection', fee, ...byStaff }
  }
}

const arbitraryFeeStep: Arbitrary<CommandStep<FeeCommand, FeeState>> = fc.oneof(
  { weight: 4, arbitrary: arbitraryFeeCommand.map((command) => () => command) },
  { weight: 1, arbitrary: fc.constant(nextStepOfCollection) },
)

/** Streams of a fee. */
export const arbitraryFeeStream = arbitraryStream(feeDecider, arbitraryFeeStep)

export const feeCommands: ReadonlyArray<() => FeeCommand> = fc
  .sample(arbitraryFeeCommand, { numRuns: 50, seed: 7 })
  .map((command) => () => command)
