import type { HalfYear, Month } from '../../../domain/values/month'
import {
  announcementMonthOf,
  defaultInactivity,
  lapseMonthAfter,
  lapseMonthOf,
} from '../../../domain/policy/inactivity-policy'

describe('a borrower lapses two years after the end of the half-year in which they were last seen', () => {
  it.each([
    ['2024-H1', '2026-06'],
    ['2024-H2', '2026-12'],
  ])('seen in %s: with the closing of %s', (half, month) => {
    expect(lapseMonthOf(defaultInactivity)(half as HalfYear)).toBe(month)
  })

  it('or after the years that the policy sets', () => {
    expect(lapseMonthOf({ years: 5 })('2024-H2' as HalfYear)).toBe('2029-12')
  })
})

describe('a borrower is told of the erasure', () => {
  const lastSeen = '2024-H2' as HalfYear

  it('a month before it, or as many as the policy sets', () => {
    expect(announcementMonthOf(defaultInactivity)(lastSeen)).toBe('2026-11')
    expect(announcementMonthOf({ years: 2, noticeMonths: 3 })(lastSeen)).toBe('2026-09')
  })

  it('and never erased before the months of the notice are over', () => {
    expect(lapseMonthAfter(defaultInactivity)('2026-11' as Month)(lastSeen)).toBe('2026-12')
    expect(lapseMonthAfter(defaultInactivity)('2026-12' as Month)(lastSeen)).toBe('2027-01')
  })
})
