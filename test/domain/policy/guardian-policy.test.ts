import fc from 'fast-check'
import { defaultGuardianPolicy, doesGuardianSeeTitlesOn, isMinorOn } from '../../../domain/policy/guardian-policy'
import { addDays, type Day } from '../../../domain/values/day'
import { day } from '../../fixtures/example-library'

const isMinor = isMinorOn(defaultGuardianPolicy)
const seesTitles = doesGuardianSeeTitlesOn(defaultGuardianPolicy)

describe('the ages of guardianship', () => {
  it('are 18, until when a guardian answers, and 15, until when a guardian sees titles', () => {
    const born = day('2010-06-15')
    expect([isMinor(born)(day('2028-06-14')), isMinor(born)(day('2028-06-15'))]).toEqual([true, false])
    expect([seesTitles(born)(day('2025-06-14')), seesTitles(born)(day('2025-06-15'))]).toEqual([true, false])
  })

  it('are values of the municipality', () => {
    const born = day('2010-06-15')
    const policy = { ageOfMajority: 16, titlesBelowAge: 12 }
    expect(isMinorOn(policy)(born)(day('2026-06-15'))).toBe(false)
    expect(doesGuardianSeeTitlesOn(policy)(born)(day('2022-06-14'))).toBe(true)
    expect(doesGuardianSeeTitlesOn(policy)(born)(day('2022-06-15'))).toBe(false)
  })

  it('count somebody born on 29 February as a day older from 1 March', () => {
    expect([isMinor(day('2008-02-29'))(day('2026-02-28')), isMinor(day('2008-02-29'))(day('2026-03-01'))]).toEqual([
      true,
      false,
    ])
  })

  it('give nobody a guardian, and no guardian a title, while the birth date is unknown', () => {
    expect([isMinor(null)(day('2026-01-01')), seesTitles(null)(day('2026-01-01'))]).toEqual([false, false])
  })

  it('are passed once: who has come of age stays so, and who sees titles answers for the child', () => {
    const days = fc.integer({ min: 0, max: 12_000 })
    fc.assert(
      fc.property(days, days, (age, later) => {
        const born: Day = day('2000-01-01')
        const [now, then] = [addDays(age)(born), addDays(age + later)(born)]
        expect(isMinor(born)(then) && !isMinor(born)(now)).toBe(false)
        expect(seesTitles(born)(now) && !isMinor(born)(now)).toBe(false)
      }),
    )
  })
})
