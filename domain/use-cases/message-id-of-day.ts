import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import type { MessageContent } from '../message/commands/make-message'
import { longestOfflineDays } from '../policy/longest-offline-days'
import { addDays, laterDayOf, type Day } from '../values/day'
import type { MessageId, ScopeId } from '../values/ids'
import { idDeriverUnder } from './id-derivers'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The day under whose key ids are derived. A day that is closed too late to be opened any more has none of its own. */
const dayOfKey = ({ commandHandling: { clock } }: UseCaseDependencies, closing: Day): Day =>
  laterDayOf(addDays(-longestOfflineDays)(clock.today()))(closing)

/** The id of a message; undefined when its borrower is erased. */
export type IdOfMessage = (
  message: Pick<MessageContent, 'borrower' | 'kind'>,
) => TE.TaskEither<InfrastructureError, MessageId | undefined>

/**
 * Gives the id of a borrower's message of one kind, which the closing of a day makes: the same when the closing runs
 * again. It is derived under two keys, that of the borrower and that of the day: whoever has only one of them cannot
 * derive it. The key of the day ends 14 days later, before the message does, and that of the borrower with the borrower.
 * The key of the day is read once. Undefined when it is erased.
 */
export const messageIdsOfDay =
  (dependencies: UseCaseDependencies) =>
  (closing: Day): TE.TaskEither<InfrastructureError, IdOfMessage | undefined> =>
    pipe(
      dependencies.calendarScopes.idempotencyScopeOf(dayOfKey(dependencies, closing)),
      TE.chain((scope) => idDeriverUnder(dependencies, scope as string as ScopeId)),
      TE.map(
        (underDay) =>
          underDay &&
          (({ borrower, kind }) =>
            pipe(
              idDeriverUnder(dependencies, borrower as string as ScopeId),
              TE.map(
                (underBorrower) =>
                  underBorrower && (underDay(`message\n${underBorrower(`message\n${closing}\n${kind}`)}`) as MessageId),
              ),
            )),
      ),
    )
