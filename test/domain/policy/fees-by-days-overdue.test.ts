import fc from 'fast-check'
import { addDays } from '../../../domain/values/day'
import { oreFromKroner } from '../../../domain/values/ore'
import type { AgeClass } from '../../../domain/policy/age-class'
import { daysOverdueOn, feeForDaysOverdue, statutoryMaximumFees } from '../../../domain/policy/fees-by-days-overdue'
import { day } from '../../fixtures/example-library'

const fee = feeForDaysOverdue(statutoryMaximumFees)

describe("the law's maxima", () => {
  it.each([
    ['1-7 days', [1, 7], 20, 10],
    ['8-14 days', [8, 14], 60, 30],
    ['15-30 days', [15, 30], 120, 55],
    ['over 30 days', [31, 35, 400], 230, 120],
  ])('%s overdue', (_, days, adult, child) => {
    expect(days.map(fee('adult'))).toEqual(days.map(() => oreFromKroner(adult)))
    expect(days.map(fee('child'))).toEqual(days.map(() => oreFromKroner(child)))
  })

  it('are 0 for a loan that is in time', () => {
    expect([fee('adult')(0), fee('child')(0)]).toEqual([0, 0])
  })

  it('never fall with the days overdue', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.constantFrom<AgeClass>('adult', 'child'), (days, more, age) => {
        expect(fee(age)(days + more)).toBeGreaterThanOrEqual(fee(age)(days))
      }),
    )
  })
})

describe('days overdue', () => {
  it.each([
    ['the day before it is due', -1, 0],
    ['the day on which it is due', 0, 0],
    ['the day after', 1, 1],
    ['five weeks later', 35, 35],
  ])('are counted from the day after the due day: %s', (_, later, days) => {
    const dueOn = day('2026-03-27')
    expect(daysOverdueOn(dueOn)(addDays(later)(dueOn))).toBe(days)
  })
})
