import { kroner } from '../../../domain/values/ore'
import { defaultFees, owedForLateness, owedForLoss } from '../../../domain/policy/fee-policy'
import { day } from '../../fixtures/library'

const late = (borrowerGroup: 'adult' | 'child' | 'institution' | 'staff', ageClass: 'adult' | 'child') =>
  owedForLateness(defaultFees)(day('2026-03-20'))({ borrowerGroup, ageClass, dueOn: day('2026-03-10') })

describe('what a late return owes', () => {
  it.each([
    ['an adult', late('adult', 'adult'), 60],
    ['a child', late('child', 'child'), 30],
    ['an institution', late('institution', 'adult'), 0],
    ['staff', late('staff', 'adult'), 0],
  ])('%s, ten days late', (_, owed, amount) => {
    expect(owed).toBe(kroner(amount))
  })
})

describe('what a lost copy owes', () => {
  it('is its price and the handling', () => {
    expect(owedForLoss({ ...defaultFees, handling: kroner(75) })('adult')(kroner(199))).toBe(kroner(274))
  })

  it('is nothing for an exempt group', () => {
    expect(owedForLoss({ ...defaultFees, exempt: ['child'] })('child')(kroner(199))).toBe(0)
  })
})
