import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import { noonOf } from '../../../domain/values/instant'
import type { ClockWouldRunBack, LibraryClock } from '../../../domain/ports/clocks'

/** A clock that stands still at noon until it is moved forward. */
export interface SimulatedClock extends LibraryClock {
  readonly moveTo: (day: Day) => E.Either<ClockWouldRunBack, void>
}

/** `keep` makes the day durable before it is told to anybody. */
export const simulatedClock = (start: Day, keep: (day: Day) => void): SimulatedClock => {
  let today = start
  return {
    now: () => noonOf(today),
    today: () => today,
    moveTo: (day) => {
      if (day < today) return E.left({ _tag: 'ClockWouldRunBack', today, asked: day })
      keep(day)
      today = day
      return E.right(undefined)
    },
  }
}
