import type { TaskEither } from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import { feeAggregate } from '../fee/fee-aggregate'
import type { CommandIdSource } from '../command-handling/command-id-source'
import { handleCommand, type CommandResult } from '../command-handling/handle-command'
import type { CommandError } from '../command-handling/command-error'
import { messageAggregate } from '../message/message-aggregate'
import { parallelReservationAggregate } from '../parallel-reservation/parallel-reservation-aggregate'
import { paymentAggregate } from '../payment/payment-aggregate'
import type { FollowUp } from '../reactions/follow-up'
import { paymentReceiptAggregate } from '../receipt/payment-receipt-aggregate'
import { titleAggregate } from '../title/title-aggregate'
import type { UseCaseDependencies } from './use-case-dependencies'

/** Handles a follow-up command: of a reaction (with a cause), or of a closing (without one). */
export const handleFollowUp =
  ({ commandHandling, policy }: UseCaseDependencies) =>
  (cause: CommandIdSource | undefined) =>
  (followUp: FollowUp): TaskEither<CommandError<unknown>, CommandResult<unknown>> => {
    switch (followUp.aggregate) {
      case 'copy':
        return handleCommand(commandHandling)(copyAggregate(policy))(followUp.id, cause)(followUp.command)
      case 'title':
        return handleCommand(commandHandling)(titleAggregate(policy))(followUp.id, cause)(followUp.command)
      case 'fee':
        return handleCommand(commandHandling)(feeAggregate)(followUp.id, cause)(followUp.command)
      case 'payment':
        return handleCommand(commandHandling)(paymentAggregate)(followUp.id, cause)(followUp.command)
      case 'parallelReservation':
        return handleCommand(commandHandling)(parallelReservationAggregate(policy))(followUp.id, cause)(
          followUp.command,
        )
      case 'receipt':
        return handleCommand(commandHandling)(paymentReceiptAggregate)(followUp.id, cause)(followUp.command)
      case 'message':
        return handleCommand(commandHandling)(messageAggregate)(followUp.id, cause)(followUp.command)
    }
  }
