import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { exactRecord } from '../../event/exact-record'
import { Month } from '../../values/month'

/** One cell of a month's statistics. Values with fewer than five loans are merged under `other`. */
export const StatisticsCell = exactRecord('Cell', { by: t.string, value: t.string, loans: t.number })
export type StatisticsCell = t.TypeOf<typeof StatisticsCell>

/** The anonymous statistics of a month: loans by borrower group, municipality and age class. */
export const MonthCounted = defineEvent('MonthCounted', 1, {
  open: { month: Month, cells: t.readonlyArray(StatisticsCell) },
  sealed: {},
})
export type MonthCounted = EventOf<typeof MonthCounted>
