import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import { longestOfflineDays } from '../policy/longest-offline-days'
import { addDays, laterDayOf, type Day } from '../values/day'
import type { BorrowerId, ScopeId } from '../values/ids'
import { idDeriverUnder } from './id-derivers'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The day under whose key ids are derived. A day that is closed too late to be opened any more has none of its own. */
const dayOfKey = ({ commandHandling: { clock } }: UseCaseDependencies, closing: Day): Day =>
  laterDayOf(addDays(-longestOfflineDays)(clock.today()))(closing)

/** What the closing of a day makes for a borrower, of one kind. */
interface MadeByClosing {
  readonly borrower: BorrowerId
  readonly record: 'message' | 'notice' | 'messageCount'
  readonly kind: string
}

/** The id of what a closing makes; undefined when the borrower is erased. */
export type DeriveClosingId = (made: MadeByClosing) => TE.TaskEither<InfrastructureError, string | undefined>

/**
 * Gives the ids of what the closing of a day makes for borrowers, such as the message of one kind: the same when the
 * closing runs again. They are derived under two keys, that of the borrower and that of the day: whoever has only one of
 * them cannot derive them. The key of the day ends 14 days later, before what is made does, and that of the borrower with
 * the borrower. The key of the day is read once. Undefined when it is erased.
 */
export const idsDerivedByClosing =
  (dependencies: UseCaseDependencies) =>
  (closing: Day): TE.TaskEither<InfrastructureError, DeriveClosingId | undefined> =>
    pipe(
      dependencies.calendarScopes.idempotencyScopeOf(dayOfKey(dependencies, closing)),
      TE.chain((scope) => idDeriverUnder(dependencies, scope as string as ScopeId)),
      TE.map(
        (underDay) =>
          underDay &&
          (({ borrower, record, kind }) =>
            pipe(
              idDeriverUnder(dependencies, borrower as string as ScopeId),
              TE.map(
                (underBorrower) =>
                  underBorrower && underDay(`${record}\n${underBorrower(`${record}\n${closing}\n${kind}`)}`),
              ),
            )),
      ),
    )

/** One such id; undefined when the borrower or the key of the day is erased. */
export const idDerivedByClosing =
  (dependencies: UseCaseDependencies) =>
  (closing: Day, borrower: BorrowerId) =>
  (record: MadeByClosing['record'], kind: string): TE.TaskEither<InfrastructureError, string | undefined> =>
    pipe(
      idsDerivedByClosing(dependencies)(closing),
      TE.chain((idOf) => (idOf === undefined ? TE.right(undefined) : idOf({ borrower, record, kind }))),
    )
