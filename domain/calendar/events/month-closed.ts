import { defineEvent, type EventOf } from '../../event/define-event'
import { Month } from '../../values/month'

/** A month is over. Stands in each log; in *persons* everything that ends, ends with it. */
export const MonthClosed = defineEvent('MonthClosed', 1, { open: { month: Month }, sealed: {} })
export type MonthClosed = EventOf<typeof MonthClosed>
