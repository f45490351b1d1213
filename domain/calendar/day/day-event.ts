import type { DayClosed } from '../events/day-closed'
import type { DayOpened } from '../events/day-opened'

/** All that can stand in a day's stream. */
export type DayEvent = DayOpened | DayClosed
