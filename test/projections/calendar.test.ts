import { DayClosed } from '../../domain/calendar/events/day-closed'
import { DayOpened } from '../../domain/calendar/events/day-opened'
import { MonthClosed } from '../../domain/calendar/events/month-closed'
import { MonthOpened } from '../../domain/calendar/events/month-opened'
import { ImportFinished } from '../../domain/import/events/import-finished'
import { ImportStarted } from '../../domain/import/events/import-started'
import type { IdempotencyId, ImportId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  firstOpenedDay,
  idempotencyOf,
  importOf,
  isDayClosed,
  isMonthClosed,
  lastClosedDay,
  lastClosedMonth,
  statisticsOf,
} from '../../projections/calendar/queries'
import { uuid } from '../fixtures/uuid'
import { january, rowsAfter, statistics } from './story'

const month = '2026-01' as Month
const idempotency = uuid(800) as IdempotencyId

describe('the calendar', () => {
  it('knows the scopes of a day and of a month once they are opened', () => {
    const rows = rowsAfter([DayOpened({ day: january(2), idempotency }, {}), MonthOpened({ month, statistics }, {})])
    expect(idempotencyOf(january(2))(rows)).toBe(idempotency)
    expect(idempotencyOf(january(3))(rows)).toBeUndefined()
    expect(statisticsOf(month)(rows)).toBe(statistics)
    expect(statisticsOf('2026-02' as Month)(rows)).toBeUndefined()
    expect(firstOpenedDay(rows)).toBe(january(2))
  })

  it('knows the last day that is closed', () => {
    const rows = rowsAfter([1, 3, 2].map((n) => DayClosed({ day: january(n) }, {})))
    expect(lastClosedDay(rows)).toBe(january(3))
    expect([isDayClosed(january(2))(rows), isDayClosed(january(4))(rows)]).toEqual([true, false])
    expect(lastClosedDay(rowsAfter([]))).toBeUndefined()
  })

  it('closes a month in each log by itself', () => {
    const rows = rowsAfter([MonthClosed({ month }, {})])
    expect([isMonthClosed('circulation', month)(rows), isMonthClosed('persons', month)(rows)]).toEqual([true, false])
    expect([lastClosedMonth('circulation')(rows), lastClosedMonth('persons')(rows)]).toEqual([month, undefined])
  })

  it('recognises a ledger by its fingerprint, begun or finished', () => {
    const open = { import: uuid(801) as ImportId, fingerprint: 'of a file' }
    const begun = [ImportStarted({ ...open, rows: 3 }, {})]
    const finished = ImportFinished({ ...open, loans: 2, rejects: 1, finishedOn: january(9) }, {})
    expect(importOf('of a file')(rowsAfter(begun))).toMatchObject({ rows: 3, finishedOn: null })
    expect(importOf('of a file')(rowsAfter([...begun, finished]))).toMatchObject({ loans: 2, finishedOn: january(9) })
    expect(importOf('of another')(rowsAfter(begun))).toBeUndefined()
  })
})
