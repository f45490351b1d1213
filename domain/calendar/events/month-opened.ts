import { defineEvent, type EventOf } from '../../event/define-event'
import { StatisticsId } from '../../values/ids'
import { Month } from '../../values/month'

/**
 * The first loan or reservation of a month opens it. Details that are counted, but could link loans, are sealed under
 * this scope until the month closes.
 */
export const MonthOpened = defineEvent('MonthOpened', 1, {
  open: { month: Month, statistics: StatisticsId },
  sealed: {},
})
export type MonthOpened = EventOf<typeof MonthOpened>
