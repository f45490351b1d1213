import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { commandRefused, type CommandRefused } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { messageAggregate } from '../message/message-aggregate'
import type { MessageEvent } from '../message/message-event'
import type { MessageItem } from '../message/message-item'
import type { MessageRefusal } from '../message/message-refusal'
import type { StatementFacts } from '../ports/decision-queries'
import type { BorrowerId, MessageId } from '../values/ids'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'

/** Staff send a borrower the statement of outstanding matters. */
interface SendStatementRequest extends CommandMetadata {
  readonly borrower: BorrowerId
}

type SendStatementRefusal = MessageRefusal | { readonly _tag: 'BorrowerIsUnknown' }

const refuse = (_tag: SendStatementRefusal['_tag']): E.Either<CommandRefused<SendStatementRefusal>, never> =>
  E.left(commandRefused<SendStatementRefusal>({ _tag }))

const itemsToState =
  (message: MessageId) =>
  (facts: StatementFacts | undefined): E.Either<CommandRefused<SendStatementRefusal>, ReadonlyArray<MessageItem>> => {
    if (facts === undefined) return refuse('BorrowerIsUnknown')
    if (facts.madeToday !== undefined && facts.madeToday !== message) return refuse('StatementWasMadeToday')
    // A repeat is answered as the first time, also when all was returned and paid meanwhile.
    return facts.items.length === 0 && facts.madeToday === undefined
      ? refuse('NothingIsOutstanding')
      : E.right(facts.items)
  }

/**
 * Makes the statement, which goes by Digital Post, else by letter. Refused: `BorrowerIsUnknown`, `NothingIsOutstanding`,
 * `StatementWasMadeToday`.
 */
export const sendStatement =
  (dependencies: UseCaseDependencies) =>
  ({
    borrower,
    at,
    origin,
  }: SendStatementRequest): UseCaseResult<SendStatementRefusal, MessageEvent, { readonly message: MessageId }> =>
    runUseCaseWithIds(dependencies)({ at, origin }, ({ idFor }) =>
      streamAddressOfAggregate(messageAggregate)(idFor('message')),
    )(({ idFor, cause }) => {
      const message = idFor('message') as MessageId
      const madeOn = dependencies.commandHandling.clock.today()
      return pipe(
        dependencies.decisionQueries.statement(borrower),
        TE.chainEitherKW(itemsToState(message)),
        TE.chainW((items) =>
          handleCommand(dependencies.commandHandling)(messageAggregate)(message, cause)({
            ...{ type: 'MakeMessage', message, madeOn, borrower, kind: 'statement', items, pickUp: null },
          }),
        ),
        TE.map((result) => ({ ...result, message })),
        withBorrowerLock(dependencies)(borrower),
      )
    })
