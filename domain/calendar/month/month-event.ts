import type { MonthClosed } from '../events/month-closed'
import type { MonthCounted } from '../events/month-counted'
import type { MonthOpened } from '../events/month-opened'

/** The events of a month's stream. In *persons* it holds `MonthClosed` only. */
export type MonthEvent = MonthOpened | MonthCounted | MonthClosed
