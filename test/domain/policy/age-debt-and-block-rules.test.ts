import { oreFromKroner, type Ore } from '../../../domain/values/ore'
import { ageClassOn, isBorrowerOldEnough } from '../../../domain/policy/age-rules'
import { isBorrowerBlocked } from '../../../domain/policy/is-borrower-blocked'
import { defaultDebtLimit, isOverDebtLimit } from '../../../domain/policy/debt-limit'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { computePickUpNumber } from '../../../domain/reactions/pick-up-number'
import { anna, day, exampleStanding } from '../../fixtures/example-library'

describe('the age of a borrower', () => {
  it.each([
    ['the day before the fourteenth birthday', '2012-01-06', 'child'],
    ['on the fourteenth birthday', '2012-01-05', 'adult'],
    ['when the birth date is unknown', null, 'child'],
  ])('%s', (_when, birth, expected) => {
    expect(ageClassOn(14)(birth === null ? null : day(birth))(day('2026-01-05'))).toBe(expected)
  })

  it.each<[string, number | null, string | null, boolean]>([
    ['no limit, no birth date', null, null, true],
    ['a limit, and an unknown birth date', 7, null, false],
    ['the day before', 15, '2011-01-06', false],
    ['the birthday itself', 15, '2011-01-05', true],
  ])('meets a limit: %s', (_what, limit, birth, enough) => {
    expect(isBorrowerOldEnough(limit)(birth === null ? null : day(birth))(day('2026-01-05'))).toBe(enough)
  })
})

describe('debt of 200 kr or more', () => {
  it.each([
    [19_999, false],
    [20_000, true],
    [20_001, true],
  ])('blocks at %i øre: %s', (owed, blocks) => {
    expect(isOverDebtLimit(defaultDebtLimit)(owed as Ore)).toBe(blocks)
    expect(isBorrowerBlocked(defaultLibraryPolicy)(exampleStanding(anna, { owed: owed as Ore }))).toBe(blocks)
  })

  it('can be set to "more than 200 kr" without a change of the rule', () => {
    const moreThan = { comparison: 'more than', amount: oreFromKroner(200) } as const
    expect(isOverDebtLimit(moreThan)(oreFromKroner(200))).toBe(false)
    expect(isOverDebtLimit(moreThan)(20_001 as Ore)).toBe(true)
  })
})

describe('a block', () => {
  it.each(['O', 'U', 'F', 'S', 'W', 'D'] as const)('blocks for reason %s', (reason) => {
    expect(isBorrowerBlocked(defaultLibraryPolicy)(exampleStanding(anna, { blocks: [reason] }))).toBe(true)
  })

  it('is what blocks: without one the borrower is not blocked', () => {
    expect(isBorrowerBlocked(defaultLibraryPolicy)(exampleStanding(anna))).toBe(false)
  })
})

describe('a pick-up number', () => {
  it('is six digits, the same for the same id', () => {
    const id = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
    expect(computePickUpNumber(id)).toMatch(/^[0-9]{6}$/)
    expect(computePickUpNumber(id)).toBe(computePickUpNumber(id))
    expect(computePickUpNumber('00000000-0007-4000-8000-000000000000')).toBe('000007')
  })
})
