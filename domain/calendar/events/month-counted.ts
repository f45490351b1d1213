import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { record } from '../../event/record'
import { Month } from '../../values/month'

/** One cell of a month's statistics; what had fewer than five loans is merged under `other`. */
export const Cell = record('Cell', { by: t.string, value: t.string, loans: t.number })
export type Cell = t.TypeOf<typeof Cell>

/** The anonymous statistics of a month: loans by borrower group, municipality and age class. */
export const MonthCounted = defineEvent('MonthCounted', 1, {
  open: { month: Month, cells: t.readonlyArray(Cell) },
  sealed: {},
})
export type MonthCounted = EventOf<typeof MonthCounted>
