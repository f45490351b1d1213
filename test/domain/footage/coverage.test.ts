import fc from 'fast-check'
import { gapsIn, partsOutside } from '../../../domain/footage/coverage'
import type { Period } from '../../../domain/policy/opening-period'
import { instantOfTime, type Instant } from '../../../domain/values/instant'
import { day } from '../../fixtures/example-library'

const at = instantOfTime(day('2026-03-02'))
const period = (from: string, until: string): Period => ({ from: at(from), until: at(until) })
const opening = period('10:00', '18:00')
const minute = 60_000
const midnight = Date.parse(at('00:00'))

const arbitraryPeriod = fc.tuple(fc.nat(1439), fc.integer({ min: 1, max: 600 })).map(([from, length]): Period => ({
  from: new Date(midnight + from * minute).toISOString() as Instant,
  until: new Date(midnight + Math.min(from + length, 1440) * minute).toISOString() as Instant,
}))

/** The minutes of the day that lie in one of the periods. */
const minutesIn = (periods: ReadonlyArray<Period>): ReadonlySet<number> =>
  new Set(
    Array.from({ length: 1440 }, (_, number) => number).filter((number) => {
      const moment = new Date(midnight + number * minute).toISOString()
      return periods.some(({ from, until }) => from <= moment && moment < until)
    }),
  )

describe('the surveillance of opening hours', () => {
  it('has a gap before, between and after recordings', () => {
    const recordings = [period('15:00', '17:00'), period('09:00', '11:00'), period('10:30', '12:00')]
    expect(gapsIn(opening)(recordings)).toEqual([period('12:00', '15:00'), period('17:00', '18:00')])
    expect(gapsIn(opening)([])).toEqual([opening])
    expect(gapsIn(opening)([period('08:00', '20:00')])).toEqual([])
  })

  it('has gaps of exactly the minutes that no recording covers', () =>
    fc.assert(
      fc.property(arbitraryPeriod, fc.array(arbitraryPeriod, { maxLength: 6 }), (hours, recordings) => {
        const covered = minutesIn(recordings)
        const missing = [...minutesIn([hours])].filter((number) => !covered.has(number))
        expect([...minutesIn(gapsIn(hours)(recordings))]).toEqual(missing)
      }),
      { numRuns: 40 },
    ))

  it('finds what was recorded before opening, after closing, and while the branch is closed', () => {
    expect(partsOutside(opening)(period('09:30', '18:15'))).toEqual([
      period('09:30', '10:00'),
      period('18:00', '18:15'),
    ])
    expect(partsOutside(opening)(period('10:00', '18:00'))).toEqual([])
    expect(partsOutside(opening)(period('19:00', '20:00'))).toEqual([period('19:00', '20:00')])
    expect(partsOutside(undefined)(period('10:00', '18:00'))).toEqual([period('10:00', '18:00')])
  })
})
