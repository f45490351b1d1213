import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import { messageAggregate } from '../message/message-aggregate'
import type { MessageEvent } from '../message/message-event'
import type { MessageRefusal } from '../message/message-refusal'
import type { MessageId } from '../values/ids'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'

/** Staff have printed a letter and send it. */
export const printLetter =
  (dependencies: UseCaseDependencies) =>
  ({
    message,
    at,
    origin,
  }: CommandMetadata & { readonly message: MessageId }): UseCaseResult<MessageRefusal, MessageEvent> =>
    runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(messageAggregate)(message))(
      ({ cause }) =>
        handleCommand(dependencies.commandHandling)(messageAggregate)(message, cause)({
          type: 'RecordLetterPrinted',
          message,
          on: dependencies.commandHandling.clock.today(),
        }),
    )
