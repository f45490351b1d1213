import { oreFromKroner } from '../../../domain/values/ore'
import { defaultFees, owedForLateness, owedForLoss } from '../../../domain/policy/fee-policy'
import { day } from '../../fixtures/example-library'

const late = (borrowerGroup: 'adult' | 'child' | 'institution' | 'staff', ageClass: 'adult' | 'child') =>
  owedForLateness(defaultFees)(day('2026-03-20'))({ borrowerGroup, ageClass, dueOn: day('2026-03-10') })

describe('the fee for a late return', () => {
  it.each([
    ['an adult', late('adult', 'adult'), 60],
    ['a child', late('child', 'child'), 30],
    ['an institution', late('institution', 'adult'), 0],
    ['staff', late('staff', 'adult'), 0],
  ])('%s, ten days late', (_, owed, amount) => {
    expect(owed).toBe(oreFromKroner(amount))
  })
})

describe('the compensation for a lost copy', () => {
  it('is its price and the handling fee', () => {
    expect(owedForLoss({ ...defaultFees, handlingFee: oreFromKroner(75) })('adult')(oreFromKroner(199))).toBe(
      oreFromKroner(274),
    )
  })

  it('is nothing for an exempt group', () => {
    expect(owedForLoss({ ...defaultFees, exempt: ['child'] })('child')(oreFromKroner(199))).toBe(0)
  })
})
