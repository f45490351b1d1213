import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayAggregate } from '../calendar/day/aggregate'
import { idempotencyScopeOfDay, type DayState } from '../calendar/day/state'
import type { HandlerDependencies } from '../command-handling/handle-command'
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
  (dependencies: HandlerDependencies) =>
  (day: Day): TE.TaskEither<InfrastructureError, LoadedDay> =>
    pipe(
      loadAggregate(dependencies)(dayAggregate)(day),
      TE.map(({ state }) => ({ day, state })),
    )

const toIdempotencyDay = ({ day, state }: LoadedDay): ReadonlyArray<IdempotencyDay> => {
  const idempotency = idempotencyScopeOfDay(state)
  return idempotency === null ? [] : [{ day, idempotency }]
}

/** Once yesterday is opened or closed, only a command that names an earlier day itself can still open that day. */
const isSettled = ([yesterday]: ReadonlyArray<LoadedDay>): boolean => yesterday?.state._tag !== 'Untouched'

/**
 * The opened days among the 14 before a day, newest first. They are read once for each day: a day that a late command
 * opens afterwards is found by the day that command names, and not here.
 */
export const cachedIdempotencyDaysBefore = (
  dependencies: HandlerDependencies,
): CalendarScopes['idempotencyDaysBefore'] => {
  let cached: { readonly day: Day; readonly idempotencyDays: ReadonlyArray<IdempotencyDay> } | undefined
  return (day) =>
    cached?.day === day
      ? TE.right(cached.idempotencyDays)
      : pipe(
          daysBefore(day),
          TE.traverseSeqArray(loadDay(dependencies)),
          TE.map((loadedDays) => {
            const idempotencyDays = loadedDays.flatMap(toIdempotencyDay)
            if (isSettled(loadedDays)) cached = { day, idempotencyDays }
            return idempotencyDays
          }),
        )
}
