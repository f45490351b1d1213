import { addDays, Day } from '../../../domain/values/day'
import {
  addMonths,
  isLastDayOfMonth,
  firstDayOfMonth,
  lastDayOfMonth,
  Month,
  monthOf,
  monthsBetween,
} from '../../../domain/values/month'

const two = (n: number): string => String(n).padStart(2, '0')

const allMonths = (): ReadonlyArray<Month> =>
  Array.from({ length: 9999 * 12 }, (_, at) => {
    const month = `${String(Math.floor(at / 12) + 1).padStart(4, '0')}-${two((at % 12) + 1)}`
    if (!Month.is(month)) throw new Error(month)
    return month
  })

describe('a month', () => {
  it('ends with its last day, from the first month that can be written to the last', () => {
    const wrong = allMonths().filter((month) => {
      const last = lastDayOfMonth(month)
      return !Day.is(last) || monthOf(last) !== month || Day.is(`${month}-${two(Number(last.slice(8)) + 1)}`)
    })
    expect(wrong).toEqual([])
  })

  it('lies as many months after another as are added to reach it', () => {
    const first = '2026-11' as Month
    const wrong = allMonths().filter((month) => addMonths(monthsBetween(first)(month))(first) !== month)
    expect([wrong, monthsBetween(first)('2027-01' as Month)]).toEqual([[], 2])
  })

  it('ends on the day before the next one begins', () => {
    const months = allMonths()
    const wrong = months.filter((month, at) => {
      const next = months[at + 1]
      return next !== undefined && addDays(1)(lastDayOfMonth(month)) !== firstDayOfMonth(next)
    })
    expect(wrong).toEqual([])
    expect(isLastDayOfMonth('2028-02-29' as Day)).toBe(true)
    expect(isLastDayOfMonth('2028-02-28' as Day)).toBe(false)
  })
})
