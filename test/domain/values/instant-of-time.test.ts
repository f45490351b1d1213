import fc from 'fast-check'
import { addDays, type Day } from '../../../domain/values/day'
import { dayOf, instantOfTime, timeOf } from '../../../domain/values/instant'

describe('the instant of a time of day in Copenhagen', () => {
  it.each([
    ['2026-01-15', '10:00', '2026-01-15T09:00:00.000Z'],
    ['2026-07-15', '10:00', '2026-07-15T08:00:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '24:00', '2026-10-25T23:00:00.000Z'],
    ['2026-06-30', '24:00', '2026-06-30T22:00:00.000Z'],
  ])('of %s at %s is %s', (day, time, instant) => {
    expect(instantOfTime(day as Day)(time)).toBe(instant)
  })

  it('is on that day, and shows that time, whenever a clock shows it', () =>
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 3 * 60, max: 1439 }), (offset, minutes) => {
        const day = addDays(offset)('2026-01-01' as Day)
        const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((number) => String(number).padStart(2, '0'))
        const instant = instantOfTime(day)(`${hours!}:${rest!}`)
        expect([dayOf(instant), timeOf(instant)]).toEqual([day, `${hours!}:${rest!}`])
      }),
    ))
})
