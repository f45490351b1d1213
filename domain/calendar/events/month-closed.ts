import { defineEvent, type EventOf } from '../../event/define-event'
import { Month } from '../../values/month'

/** A month is closed. The event stands in each log; in *persons* each scope ends with a month's closing. */
export const MonthClosed = defineEvent('MonthClosed', 1, { open: { month: Month }, sealed: {} })
export type MonthClosed = EventOf<typeof MonthClosed>
