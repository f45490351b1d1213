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

/**
 * The id of what the closing of a day makes for a borrower, such as the message of one kind: the same when the closing
 * runs again. It is derived under two keys, that of the borrower and that of the day: whoever has only one of them cannot
 * derive it. The key of the day ends 14 days later, before what is made does, and that of the borrower with the borrower.
 * Undefined when the borrower is erased.
 */
export const idDerivedByClosing =
  (dependencies: UseCaseDependencies) =>
  (closing: Day, borrower: BorrowerId) =>
  (
    record: 'message' | 'notice' | 'messageCount',
    kind: string,
  ): TE.TaskEither<InfrastructureError, string | undefined> =>
    pipe(
      dependencies.calendarScopes.idempotencyScopeOf(dayOfKey(dependencies, closing)),
      TE.chain((scope) => idDeriverUnder(dependencies, scope as string as ScopeId)),
      TE.bindTo('underDay'),
      TE.bind('underBorrower', () => idDeriverUnder(dependencies, borrower as string as ScopeId)),
      TE.map(({ underDay, underBorrower }) =>
        underDay === undefined || underBorrower === undefined
          ? undefined
          : underDay(`${record}\n${underBorrower(`${record}\n${closing}\n${kind}`)}`),
      ),
    )
