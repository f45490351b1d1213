import type { CopyCommand } from '../copy/decide-copy-command'
import type { FeeCommand } from '../fee/decide-fee-command'
import type { MessageCommand } from '../message/decide-message-command'
import type { ParallelReservationCommand } from '../parallel-reservation/decide-parallel-reservation-command'
import type { PaymentCommand } from '../payment/decide-payment-command'
import type { SpendReceipt } from '../receipt/commands/spend-receipt'
import type { TitleCommand } from '../title/decide-title-command'

/**
 * The commands that a reaction may give, by aggregate. None goes to a borrower: a loan, a return or a fee writes
 * nothing to the log of people when it happens.
 */
interface FollowUpCommands {
  readonly copy: CopyCommand
  readonly title: TitleCommand
  readonly fee: FeeCommand
  readonly payment: PaymentCommand
  readonly parallelReservation: ParallelReservationCommand
  readonly receipt: SpendReceipt
  readonly message: MessageCommand
}

type FollowUpAggregate = keyof FollowUpCommands

type FollowUpTo<A extends FollowUpAggregate> = {
  readonly aggregate: A
  /** The id in the stream name: `copy-<id>`. */
  readonly id: string
  readonly command: FollowUpCommands[A]
}

/** A command, and the aggregate that it goes to. */
export type FollowUp = { readonly [A in FollowUpAggregate]: FollowUpTo<A> }[FollowUpAggregate]

export const followUpToCopy = (id: string, command: CopyCommand): FollowUp => ({ aggregate: 'copy', id, command })
export const followUpToTitle = (id: string, command: TitleCommand): FollowUp => ({ aggregate: 'title', id, command })
export const followUpToFee = (id: string, command: FeeCommand): FollowUp => ({ aggregate: 'fee', id, command })
export const followUpToPayment = (id: string, command: PaymentCommand): FollowUp => ({
  aggregate: 'payment',
  id,
  command,
})
export const followUpToParallelReservation = (id: string, command: ParallelReservationCommand): FollowUp => ({
  aggregate: 'parallelReservation',
  id,
  command,
})
export const followUpToReceipt = (id: string, command: SpendReceipt): FollowUp => ({
  aggregate: 'receipt',
  id,
  command,
})
export const followUpToMessage = (id: string, command: MessageCommand): FollowUp => ({
  aggregate: 'message',
  id,
  command,
})
