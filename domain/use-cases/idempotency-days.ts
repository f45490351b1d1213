import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayAggregate } from '../calendar/day/day-aggregate'
import { idempotencyScopeOfDay, type DayState } from '../calendar/day/day-state'
import type { CommandHandlingDependencies } from '../command-handling/handle-command'
import type { InfrastructureError } from '../command-handling/command-error'
import { loadAggregate } from '../command-handling/load-aggregate'
import { addDays, type Day } from '../values/day'
import { longestOfflineDays } from '../policy/longest-offline-days'
import type { CalendarScopes, IdempotencyDay } from './use-case-dependencies'

interface LoadedDay {
  readonly day: Day
  readonly state: DayState
}

const daysBefore = (day: Day): ReadonlyArray<Day> =>
  Array.from({ length: longestOfflineDays }, (_, index) => addDays(-1 - index)(day))

const loadDay =
  (dependencies: CommandHandlingDependencies) =>
  (day: Day): TE.TaskEither<InfrastructureError, LoadedDay> =>
    pipe(
      loadAggregate(dependencies)(dayAggregate)(day),
      TE.map(({ state }) => ({ day, state })),
    )

const toIdempotencyDay = ({ day, state }: LoadedDay): ReadonlyArray<IdempotencyDay> => {
  const idempotency = idempotencyScopeOfDay(state)
  return idempotency === null ? [] : [{ day, idempotency }]
}

/** Once a day is opened or closed, only a command that names that day itself can still change it. */
const isSettled = ({ state }: LoadedDay): boolean => state._tag !== 'Untouched'

/** The days before a day, as they were read: all but yesterday are read once. */
interface CachedDays {
  readonly day: Day
  readonly earlier: ReadonlyArray<IdempotencyDay>
  readonly yesterday: LoadedDay
}

const idempotencyDaysOf = ({ yesterday, earlier }: CachedDays): ReadonlyArray<IdempotencyDay> => [
  ...toIdempotencyDay(yesterday),
  ...earlier,
]

/**
 * The opened days among the 14 before a day, newest first. They are read once for each day, and yesterday again until
 * it is opened: a day that a late command opens afterwards is found by the day that command names, and not here.
 */
export const cachedIdempotencyDaysBefore = (
  dependencies: CommandHandlingDependencies,
): CalendarScopes['idempotencyDaysBefore'] => {
  let cached: CachedDays | undefined
  const load = loadDay(dependencies)
  const loadEarlierDays = (day: Day): TE.TaskEither<InfrastructureError, ReadonlyArray<IdempotencyDay>> =>
    cached?.day === day
      ? TE.right(cached.earlier)
      : pipe(
          daysBefore(day).slice(1),
          TE.traverseSeqArray(load),
          TE.map((loadedDays) => loadedDays.flatMap(toIdempotencyDay)),
        )
  return (day) => {
    if (cached?.day === day && isSettled(cached.yesterday)) return TE.right(idempotencyDaysOf(cached))
    return pipe(
      TE.Do,
      TE.bind('yesterday', () => load(addDays(-1)(day))),
      TE.bind('earlier', () => loadEarlierDays(day)),
      TE.map((loadedDays) => {
        cached = { day, ...loadedDays }
        return idempotencyDaysOf(cached)
      }),
    )
  }
}
