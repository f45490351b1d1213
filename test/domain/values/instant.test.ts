import { dayOf, lastInstantOfDay, Instant } from '../../../domain/values/instant'
import { addDays, Day } from '../../../domain/values/day'
import { Ore } from '../../../domain/values/ore'

describe('an instant', () => {
  it.each(['2026-11-22T09:30:00.000Z', '2024-02-29T00:00:00.000Z', '2026-12-31T23:59:59.999Z'])(
    'exists: %s',
    (text) => {
      expect(Instant.is(text)).toBe(true)
    },
  )

  it.each([
    ['on a day that is not in the calendar', '2026-09-31T10:00:00.000Z'],
    ['on a leap day of another year', '2026-02-29T10:00:00.000Z'],
    ['in a month that there is not', '2026-13-01T10:00:00.000Z'],
    ['at 24 o’clock', '2026-01-02T24:00:00.000Z'],
    ['in a leap second', '2026-12-31T23:59:60.000Z'],
    ['in a minute that there is not', '2026-01-02T23:60:00.000Z'],
    ['with an offset', '2026-01-02T10:00:00.000+01:00'],
    ['without milliseconds', '2026-01-02T10:00:00Z'],
  ])('does not exist %s', (_, text) => {
    expect(Instant.is(text)).toBe(false)
  })
})

describe('the end of a day in Copenhagen', () => {
  it.each([
    ['in winter', '2026-01-06'],
    ['in summer', '2026-07-06'],
    ['on the day on which summer time begins', '2026-03-29'],
    ['on the day on which summer time ends', '2026-10-25'],
    ['on the day before summer time begins', '2026-03-28'],
    ['on the last day of a month in summer', '2026-06-30'],
  ])('is the last instant of the day %s', (_, text) => {
    const day = text as Day
    const end = lastInstantOfDay(day)
    expect(dayOf(end)).toBe(day)
    expect(dayOf(new Date(Date.parse(end) + 1).toISOString() as Instant)).toBe(addDays(1)(day))
  })
})

describe('a day', () => {
  it.each(['2026-02-30', '2026-09-31', '1900-02-29', '2026-00-10', '2026-13-01', '2026-01-00'])(
    'is not in the calendar: %s',
    (text) => {
      expect(Day.is(text)).toBe(false)
    },
  )
})

describe('an amount of money', () => {
  it.each([1.5, -1, -0, 1e21, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1'])('is not %p', (value) => {
    expect(Ore.is(value)).toBe(false)
  })
})
