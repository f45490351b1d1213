import { defineEvent, type EventOf } from '../../event/define-event'
import { StatisticsId } from '../../values/ids'
import { Month } from '../../values/month'

/** The first loan of a month opens it: what is counted but would join is sealed under this scope until it closes. */
export const MonthOpened = defineEvent('MonthOpened', 1, {
  open: { month: Month, statistics: StatisticsId },
  sealed: {},
})
export type MonthOpened = EventOf<typeof MonthOpened>
