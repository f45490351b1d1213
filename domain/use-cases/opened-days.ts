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
const isSettled = ({ state }: Asked): boolean => state._tag !== 'Untouched'

/** What is known of the days before a day: all but the day before itself are asked once. */
interface Before {
  readonly day: Day
  readonly earlier: ReadonlyArray<KnownDay>
  readonly yesterday: Asked
}

const daysKnown = ({ yesterday, earlier }: Before): ReadonlyArray<KnownDay> => [...known(yesterday), ...earlier]

/**
 * The opened ones of the 14 days before a day, the newest first. Asked once for each day, and the day before again while
 * nobody has opened it: what a late command opens afterwards is known by its own day, and never asked for here.
 */
export const openedBefore = (desk: Desk): CalendarScopes['openedBefore'] => {
  let latest: Before | undefined
  const stateOn = stateOf(desk)
  const earlierThan = (day: Day): TE.TaskEither<Trouble, ReadonlyArray<KnownDay>> =>
    latest?.day === day
      ? TE.right(latest.earlier)
      : pipe(
          daysBefore(day).slice(1),
          TE.traverseSeqArray(stateOn),
          TE.map((asked) => asked.flatMap(known)),
        )
  return (day) => {
    if (latest?.day === day && isSettled(latest.yesterday)) return TE.right(daysKnown(latest))
    return pipe(
      TE.Do,
      TE.bind('yesterday', () => stateOn(addDays(-1)(day))),
      TE.bind('earlier', () => earlierThan(day)),
      TE.map((asked) => {
        latest = { day, ...asked }
        return daysKnown(latest)
      }),
    )
  }
}
