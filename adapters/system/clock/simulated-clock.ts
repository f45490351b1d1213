import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import { noonOf } from '../../../domain/values/instant'
import type { ClockWouldRunBack, LibraryClock } from '../../../domain/ports/clocks'

/** A library clock that stays at noon of a day until it is moved forward. */
export interface SimulatedClock extends LibraryClock {
  readonly moveTo: (day: Day) => E.Either<ClockWouldRunBack, void>
}

/** `saveDay` makes the new day durable before the clock shows it. */
export const createSimulatedClock = (start: Day, saveDay: (day: Day) => void): SimulatedClock => {
  let today = start
  return {
    now: () => noonOf(today),
    today: () => today,
    moveTo: (day) => {
      if (day < today) return E.left({ _tag: 'ClockWouldRunBack', today, requested: day })
      saveDay(day)
      today = day
      return E.right(undefined)
    },
  }
}
