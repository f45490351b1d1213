import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { accessAggregate } from '../access/access-aggregate'
import type { InfrastructureError } from '../command-handling/command-error'
import { isUnreadableError } from '../command-handling/event-damage'
import { handleCommand } from '../command-handling/handle-command'
import { monthOf } from '../values/month'
import type { Day } from '../values/day'
import type { DayClosingDependencies } from './day-closing-error'
import { openingKind, openingsOfEntry, type WaitingOpening } from './opening-entry'
import { withBorrowerLock } from './with-borrower-lock'

/** A borrower who is erased meanwhile gets no record. */
const recordAccess = (
  { commandHandling }: DayClosingDependencies,
  day: Day,
  { access, borrower, opening }: WaitingOpening,
): TE.TaskEither<InfrastructureError, unknown> =>
  pipe(
    handleCommand(commandHandling)(accessAggregate)(access)({
      ...{ type: 'RecordAccess', access, borrower, month: monthOf(day), opening },
    }),
    TE.map((): unknown => undefined),
    TE.orElse((error) =>
      error._tag === 'Refused' || error._tag === 'ScopeEnded' ? TE.right(undefined) : TE.left(error),
    ),
  )

/** Nothing is recorded of a borrower who is about to be erased. Who looked at one who has died is recorded as of anybody. */
const recordIfRegistered = (
  dependencies: DayClosingDependencies,
  day: Day,
  waiting: WaitingOpening,
): TE.TaskEither<InfrastructureError, unknown> =>
  pipe(
    dependencies.decisionQueries.standing(waiting.borrower),
    TE.chainW((standing) =>
      standing === undefined
        ? TE.right<InfrastructureError, unknown>(undefined)
        : recordAccess(dependencies, day, waiting),
    ),
    withBorrowerLock(dependencies)(waiting.borrower),
  )

/**
 * Removes it from the store once it is recorded. When a key cannot be read, it stays, and the closing of the next day tries
 * again.
 */
const recordAndRemove =
  (dependencies: DayClosingDependencies, day: Day) =>
  (waiting: WaitingOpening): TE.TaskEither<InfrastructureError, unknown> =>
    pipe(
      recordIfRegistered(dependencies, day, waiting),
      TE.chainW(() => dependencies.shortTerm.remove({ kind: openingKind, id: waiting.access })),
      TE.map((): unknown => undefined),
      TE.orElse((error) => (isUnreadableError(error) ? TE.right(undefined) : TE.left(error))),
    )

/**
 * What writes the openings of records that wait for the closing of a day, or of an earlier one: each into a stream of its
 * own, once, however often the closing runs.
 */
export const accessesToWrite =
  (dependencies: DayClosingDependencies) =>
  (day: Day): TE.TaskEither<InfrastructureError, ReadonlyArray<TE.TaskEither<InfrastructureError, unknown>>> =>
    pipe(
      dependencies.shortTerm.list(openingKind),
      TE.map((entries) =>
        entries
          .flatMap(openingsOfEntry)
          .filter(({ opening }) => opening.day <= day)
          .map(recordAndRemove(dependencies, day)),
      ),
    )
