import fc from 'fast-check'
import {
  erasureDueAtOnce,
  erasureDueAfterDays,
  afterInactivity,
  afterMonthClosings,
} from '../../../retention/classes/retention-period'
import { erasureDueTimeAfter, isDueNoLater } from '../../../retention/schedule/due-time'

describe('when a period ends', () => {
  it.each([
    ['2026-03-01', '2026-03-31', 'across the last Sunday of March, when a day has 23 hours'],
    ['2026-10-01', '2026-10-31', 'across the last Sunday of October, when a day has 25 hours'],
    ['2026-03-28', '2026-04-27', 'from the day before the clocks change'],
    ['2024-01-30', '2024-02-29', 'over the end of January into a leap day'],
    ['2023-02-01', '2023-03-03', 'over a February of 28 days'],
    ['2026-12-15', '2027-01-14', 'over New Year'],
  ])('is thirty days after %s on %s: %s', (from, to) => {
    expect(erasureDueTimeAfter(erasureDueAfterDays(30))(from)).toEqual({ by: 'day', on: to })
  })

  it('is the day of recording for what is due at once, without a closing', () => {
    expect(erasureDueTimeAfter(erasureDueAtOnce)('2026-02-28')).toEqual({ by: 'at once', on: '2026-02-28' })
  })

  it.each([
    ['2026-01', '2026-02'],
    ['2026-12', '2027-01'],
    ['2026-01-31', '2026-02'],
  ])('is, for what was replaced in %s, the closing of %s', (from, to) => {
    expect(erasureDueTimeAfter(afterMonthClosings(1))(from)).toEqual({ by: 'month', on: to })
  })

  it.each([
    ['2026-H1', '2028-06'],
    ['2026-H2', '2028-12'],
    ['2026-06', '2028-06'],
    ['2026-07', '2028-12'],
  ])('is, for a borrower last seen in %s, the closing of %s', (from, to) => {
    expect(erasureDueTimeAfter(afterInactivity(2))(from)).toEqual({ by: 'month', on: to })
  })

  it('is exactly as many days later as the period has, for any first day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 30_000 }), fc.nat(400), (start, length) => {
        const written = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10)
        expect(erasureDueTimeAfter(erasureDueAfterDays(length))(written(start)).on).toBe(written(start + length))
      }),
    )
  })

  it('is earlier for what is due at once than for what waits for a closing', () => {
    expect(isDueNoLater({ by: 'at once', on: '2030-01' }, { by: 'month', on: '2020-01' })).toBe(true)
    expect(isDueNoLater({ by: 'month', on: '2020-01' }, { by: 'at once', on: '2030-01' })).toBe(false)
  })
})
