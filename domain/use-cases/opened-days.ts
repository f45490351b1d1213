import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { dayAggregate } from '../calendar/day/aggregate'
import { idempotencyOf, type DayState } from '../calendar/day/state'
import type { Desk } from '../command-handling/handle'
import type { Trouble } from '../command-handling/handling-error'
import { load } from '../command-handling/load'
import { addDays, type Day } from '../values/day'
import { longestOffline } from '../policy/offline'
import type { CalendarScopes, KnownDay } from './library'

interface Asked {
  readonly day: Day
  readonly state: DayState
}

const daysBefore = (day: Day): ReadonlyArray<Day> =>
  Array.from({ length: longestOffline }, (_, index) => addDays(-1 - index)(day))

const stateOf =
  (desk: Desk) =>
  (day: Day): TE.TaskEither<Trouble, Asked> =>
    pipe(
      load(desk)(dayAggregate)(day),
      TE.map(({ state }) => ({ day, state })),
    )

const known = ({ day, state }: Asked): ReadonlyArray<KnownDay> => {
  const idempotency = idempotencyOf(state)
  return idempotency === null ? [] : [{ day, idempotency }]
}

/** Only a command that names its day can still open the day before once that is opened or closed. */
const isSettled = ([yesterday]: ReadonlyArray<Asked>): boolean => yesterday?.state._tag !== 'Untouched'

/**
 * The opened ones of the 14 days before a day, the newest first. Asked once for each day: what a late command opens
 * afterwards is known by its own day, and never asked for here.
 */
export const openedBefore = (desk: Desk): CalendarScopes['openedBefore'] => {
  let latest: { readonly day: Day; readonly before: ReadonlyArray<KnownDay> } | undefined
  return (day) =>
    latest?.day === day
      ? TE.right(latest.before)
      : pipe(
          daysBefore(day),
          TE.traverseSeqArray(stateOf(desk)),
          TE.map((asked) => {
            const before = asked.flatMap(known)
            if (isSettled(asked)) latest = { day, before }
            return before
          }),
        )
}
