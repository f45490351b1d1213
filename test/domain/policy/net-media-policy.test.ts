import { mayUseNetMedia } from '../../../domain/policy/net-media-policy'
import { defaultLibraryPolicy, type Policy } from '../../../domain/policy/policy'
import type { MunicipalityCode } from '../../../domain/values/ids'
import { oreFromKroner, zeroOre } from '../../../domain/values/ore'
import type { BorrowerStanding } from '../../../domain/policy/borrower-standing'
import { anna, mainBranch } from '../../fixtures/example-library'

const [aalborg, rebild] = ['851' as MunicipalityCode, '840' as MunicipalityCode]

const resident = (
  municipality: MunicipalityCode | null,
  overrides: Partial<BorrowerStanding> = {},
): BorrowerStanding => ({
  ...{ borrower: anna, group: 'adult', birthDate: null, municipality, homeBranch: mainBranch },
  ...{ blocks: [], owed: zeroOre, loans: [], reservations: [] },
  ...overrides,
})

const policyOf = (...municipalities: ReadonlyArray<MunicipalityCode>): Policy => ({
  ...defaultLibraryPolicy,
  netMedia: { municipalities },
})

describe('net media', () => {
  it.each([
    ['residents of a municipality that is named', policyOf(aalborg), resident(aalborg), true],
    ['residents of another one', policyOf(aalborg), resident(rebild), false],
    ['residents of any of several', policyOf(aalborg, rebild), resident(rebild), true],
    ['a borrower whose municipality is unknown, where one is named', policyOf(aalborg), resident(null), false],
    ['residents of every municipality, where none is named', policyOf(), resident(rebild), true],
    ['a borrower whose municipality is unknown, where none is named', policyOf(), resident(null), true],
    ['a blocked borrower', policyOf(), resident(aalborg, { blocks: ['U'] }), false],
    ['a borrower who is blocked for debt', policyOf(), resident(aalborg, { owed: oreFromKroner(200) }), false],
    ['a borrower who owes less', policyOf(), resident(aalborg, { owed: oreFromKroner(199) }), true],
  ])('for %s', (_who, policy, standing, expected) => {
    expect(mayUseNetMedia(policy)(standing)).toBe(expected)
  })
})
