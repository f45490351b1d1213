import type { HalfYear } from '../../../domain/values/month'
import { defaultInactivity, lapseMonthOf } from '../../../domain/policy/inactivity-policy'

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
