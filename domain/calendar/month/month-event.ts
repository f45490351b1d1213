import type { MonthClosed } from '../events/month-closed'
import type { MonthCounted } from '../events/month-counted'
import type { MonthOpened } from '../events/month-opened'

/** All that can stand in a month's stream. In *persons* it is `MonthClosed` alone. */
export type MonthEvent = MonthOpened | MonthCounted | MonthClosed
