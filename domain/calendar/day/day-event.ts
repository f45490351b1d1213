import type { DayClosed } from '../events/day-closed'
import type { DayOpened } from '../events/day-opened'

/** The events of a day's stream. */
export type DayEvent = DayOpened | DayClosed
