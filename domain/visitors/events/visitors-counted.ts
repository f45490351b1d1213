import * as t from 'io-ts'
import { StatisticsCell } from '../../calendar/events/month-counted'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Month } from '../../values/month'

/**
 * A month's closing counted the visitors of the website by browser: how many different addresses used each. It says nothing
 * of fewer than five.
 */
export const VisitorsCounted = defineEvent('VisitorsCounted', 1, {
  open: { month: Month, browsers: t.readonlyArray(StatisticsCell) },
  sealed: {},
})
export type VisitorsCounted = EventOf<typeof VisitorsCounted>
