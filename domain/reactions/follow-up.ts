import type { CopyCommand } from '../copy/decide'
import type { FeeCommand } from '../fee/decide'
import type { PaymentCommand } from '../payment/decide'
import type { TitleCommand } from '../title/decide'

/**
 * The commands that a reaction may answer, by aggregate. None goes to a borrower: nothing is written to the log of
 * people because of a loan, a return or a fee at the moment it happens.
 */
export interface Commands {
  readonly copy: CopyCommand
  readonly title: TitleCommand
  readonly fee: FeeCommand
  readonly payment: PaymentCommand
}

export type AggregateName = keyof Commands

type FollowUpTo<A extends AggregateName> = {
  readonly aggregate: A
  /** The id in the name of the aggregate's stream: `copy-<id>`. */
  readonly id: string
  readonly command: Commands[A]
}

/** A command as data, and whom it is for. */
export type FollowUp = { readonly [A in AggregateName]: FollowUpTo<A> }[AggregateName]

export const toCopy = (id: string, command: CopyCommand): FollowUp => ({ aggregate: 'copy', id, command })
export const toTitle = (id: string, command: TitleCommand): FollowUp => ({ aggregate: 'title', id, command })
export const toFee = (id: string, command: FeeCommand): FollowUp => ({ aggregate: 'fee', id, command })
export const toPayment = (id: string, command: PaymentCommand): FollowUp => ({ aggregate: 'payment', id, command })
