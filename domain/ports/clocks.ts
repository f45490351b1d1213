import type { Day } from '../values/day'
import type { Instant } from '../values/instant'

/** The library's own time: due dates, deletion, the day of recording. Real, or simulated and only moved forward. */
export interface LibraryClock {
  readonly now: () => Instant
  readonly today: () => Day
}

/** Measures spans of time in ms, for caches, leases and time-outs; says nothing of the day. */
export interface MachineClock {
  readonly elapsed: () => number
}

/** Time does not run backwards, not even when it is simulated. */
export interface ClockWouldRunBack {
  readonly _tag: 'ClockWouldRunBack'
  readonly today: Day
  readonly asked: Day
}
