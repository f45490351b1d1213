import { DayClosed } from '../../domain/calendar/events/day-closed'
import { DayOpened } from '../../domain/calendar/events/day-opened'
import { MonthClosed } from '../../domain/calendar/events/month-closed'
import { MonthOpened } from '../../domain/calendar/events/month-opened'
import { ImportFinished } from '../../domain/import/events/import-finished'
import { ImportStarted } from '../../domain/import/events/import-started'
import type { IdempotencyId, ImportId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  firstCalendarDayOpened,
  findIdempotencyScope,
  findImportByFingerprint,
  isDayClosingDone,
  isMonthClosed,
  lastClosedDay,
  lastClosedMonth,
  findStatisticsScope,
} from '../../projections/calendar/calendar-queries'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { dayOfJanuary, rowsAfterEvents, statisticsScope } from './example-events'

const month = '2026-01' as Month
const idempotency = numberedUuid(800) as IdempotencyId

describe('the calendar', () => {
  it('has the scopes of a day and of a month when they are opened', () => {
    const rows = rowsAfterEvents([
      DayOpened({ day: dayOfJanuary(2), idempotency }, {}),
      MonthOpened({ month, statistics: statisticsScope }, {}),
    ])
    expect(findIdempotencyScope(dayOfJanuary(2))(rows)).toBe(idempotency)
    expect(findIdempotencyScope(dayOfJanuary(3))(rows)).toBeUndefined()
    expect(findStatisticsScope(month)(rows)).toBe(statisticsScope)
    expect(findStatisticsScope('2026-02' as Month)(rows)).toBeUndefined()
    expect(firstCalendarDayOpened(rows)).toBe(dayOfJanuary(2))
  })

  it('has the last closed day', () => {
    const rows = rowsAfterEvents([1, 3, 2].map((n) => DayClosed({ day: dayOfJanuary(n) }, {})))
    expect(lastClosedDay(rows)).toBe(dayOfJanuary(3))
    expect([isDayClosingDone(dayOfJanuary(2))(rows), isDayClosingDone(dayOfJanuary(4))(rows)]).toEqual([true, false])
    expect(lastClosedDay(rowsAfterEvents([]))).toBeUndefined()
  })

  it('closes a month in each log separately', () => {
    const rows = rowsAfterEvents([MonthClosed({ month }, {})])
    expect([isMonthClosed('circulation', month)(rows), isMonthClosed('persons', month)(rows)]).toEqual([true, false])
    expect([lastClosedMonth('circulation')(rows), lastClosedMonth('persons')(rows)]).toEqual([month, undefined])
  })

  it('finds an import by the fingerprint of its file, begun or finished', () => {
    const open = { import: numberedUuid(801) as ImportId, fingerprint: 'of a file' }
    const begun = [ImportStarted({ ...open, rows: 3 }, {})]
    const finished = ImportFinished({ ...open, loans: 2, rejects: 1, finishedOn: dayOfJanuary(9) }, {})
    expect(findImportByFingerprint('of a file')(rowsAfterEvents(begun))).toMatchObject({ rows: 3, finishedOn: null })
    expect(findImportByFingerprint('of a file')(rowsAfterEvents([...begun, finished]))).toMatchObject({
      loans: 2,
      finishedOn: dayOfJanuary(9),
    })
    expect(findImportByFingerprint('of another')(rowsAfterEvents(begun))).toBeUndefined()
  })
})
