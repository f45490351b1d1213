import type { DayCommand } from '../../../domain/calendar/day/decide-day-command'
import { dayDecider } from '../../../domain/calendar/day/day-decider'
import { DayClosed } from '../../../domain/calendar/events/day-closed'
import { DayOpened } from '../../../domain/calendar/events/day-opened'
import { MonthClosed } from '../../../domain/calendar/events/month-closed'
import { MonthCounted } from '../../../domain/calendar/events/month-counted'
import { MonthOpened } from '../../../domain/calendar/events/month-opened'
import type { MonthCommand } from '../../../domain/calendar/month/decide-month-command'
import { monthDecider } from '../../../domain/calendar/month/month-decider'
import type { IdempotencyId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { given } from '../../fixtures/given-when-then'
import { day, statisticsScopeId } from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'

describe('a day', () => {
  const past = given(dayDecider)
  const today = day('2026-03-10')
  const idempotency = numberedUuid(1) as IdempotencyId
  const opened = DayOpened({ day: today, idempotency }, {})
  const closed = DayClosed({ day: today }, {})
  const open = (on = '2026-03-10'): DayCommand => ({
    type: 'OpenDay',
    day: today,
    idempotencyScope: idempotency,
    today: day(on),
  })
  const close = (lastClosed: string | null): DayCommand => ({
    ...{ type: 'CloseDay', day: today, lastClosed: lastClosed === null ? null : day(lastClosed) },
  })

  it('is opened once, by the first command that names it', () => {
    past().when(open()).thenHappens(opened)
    past(opened).when(open()).thenHappens()
    past(opened, closed).when(open()).thenHappens()
  })

  it('is opened late, even when it is over, by a machine that was offline for up to 14 days', () => {
    past(closed).when(open('2026-03-24')).thenHappens(opened)
    past(closed).when(open('2026-03-25')).thenRefused({ _tag: 'DayIsTooLongAgo' })
    past(closed, opened).when(open('2026-03-24')).thenHappens()
  })

  it('is not opened before it comes', () => {
    past().when(open('2026-03-09')).thenRefused({ _tag: 'DayHasNotCome' })
  })

  it('is closed once, whether or not it was opened', () => {
    past(opened).when(close('2026-03-09')).thenHappens(closed)
    past().when(close('2026-03-09')).thenHappens(closed)
    past(closed).when(close('2026-03-09')).thenHappens()
  })

  it('is closed after the day before it', () => {
    past().when(close(null)).thenHappens(closed)
    past().when(close('2026-03-08')).thenRefused({ _tag: 'DayBeforeIsNotClosed' })
  })
})

describe('a month', () => {
  const past = given(monthDecider)
  const month = '2026-03' as Month
  const opened = MonthOpened({ month, statistics: statisticsScopeId }, {})
  const counted = MonthCounted({ month, tables: [] }, {})
  const closed = MonthClosed({ month }, {})
  const open: MonthCommand = { type: 'OpenMonth', month, statisticsScope: statisticsScopeId }
  const count: MonthCommand = { type: 'CountMonth', month, tallies: [] }
  const close = (lastClosed: string | null): MonthCommand => ({
    ...{ type: 'CloseMonth', month, lastClosed: lastClosed as Month | null },
  })

  it('is opened once, by its first loan or reservation', () => {
    past().when(open).thenHappens(opened)
    past(opened).when(open).thenHappens()
  })

  it('is not opened once it is counted: a late loan counts in the open month', () => {
    past(opened, counted).when(open).thenRefused({ _tag: 'MonthIsCounted' })
    past(closed).when(open).thenRefused({ _tag: 'MonthIsCounted' })
  })

  it('is counted once, also when nothing was lent', () => {
    past(opened).when(count).thenHappens(counted)
    past().when(count).thenHappens(counted)
    past(opened, counted).when(count).thenHappens()
  })

  it('publishes what was counted, with small cells merged, and what is open in the log as it is', () => {
    const values = [
      { value: 'adult', count: 9, borrowers: 6 },
      { value: 'child', count: 8, borrowers: 1 },
      { value: 'staff', count: 20, borrowers: 7 },
    ]
    const tallies = (['borrowerGroup', 'branch'] as const).map((by) => ({
      ...({ of: 'loans', by, borrowers: 14, values } as const),
    }))
    const active = {
      of: 'activeBorrowers',
      by: 'borrowerGroup',
      borrowers: 14,
      values: values.map((each) => ({ ...each, count: each.borrowers })),
    } as const
    const whole = values.map(({ value, count }) => ({ value, count }))
    const merged = [
      { value: 'staff', count: 20 },
      { value: 'other', count: 17 },
    ]
    const tables = [
      { of: 'loans', by: 'borrowerGroup', cells: merged },
      { of: 'loans', by: 'branch', cells: whole },
      {
        of: 'activeBorrowers',
        by: 'borrowerGroup',
        cells: [
          { value: 'staff', count: 7 },
          { value: 'other', count: 7 },
        ],
      },
    ]
    past(opened)
      .when({ type: 'CountMonth', month, tallies: [...tallies, active] })
      .thenHappens(MonthCounted({ month, tables }, {}))
  })

  it('is closed once, after it is counted', () => {
    past(opened).when(close('2026-02')).thenRefused({ _tag: 'MonthIsNotCounted' })
    past(opened, counted).when(close('2026-02')).thenHappens(closed)
    past(opened, counted, closed).when(close('2026-02')).thenHappens()
  })

  it('is closed after the month before it', () => {
    past().when(close(null)).thenHappens(closed)
    past().when(close('2026-01')).thenRefused({ _tag: 'MonthBeforeIsNotClosed' })
  })
})
