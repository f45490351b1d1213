import type { Day } from '../values/day'
import type { Instant } from '../values/instant'

/** The library's time: due dates, deletion, the day of recording. It is real, or simulated and moved forward only. */
export interface LibraryClock {
  readonly now: () => Instant
  readonly today: () => Day
}

/** Measures time spans in ms, for caches, leases and time-outs. It does not tell the day. */
export interface MonotonicClock {
  readonly elapsed: () => number
}

/** A simulated clock was asked to move backwards. */
export interface ClockWouldRunBack {
  readonly _tag: 'ClockWouldRunBack'
  readonly today: Day
  readonly requested: Day
}
