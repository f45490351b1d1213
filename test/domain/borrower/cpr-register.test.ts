import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import type { BorrowerEvent } from '../../../domain/borrower/borrower-event'
import {
  reasonOfCprRegister,
  type UpdateFromCprRegister,
} from '../../../domain/borrower/commands/update-from-cpr-register'
import { BlockSet } from '../../../domain/borrower/events/block-set'
import { ContactChanged } from '../../../domain/borrower/events/contact-changed'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import { IdentityChanged } from '../../../domain/borrower/events/identity-changed'
import { unprotectedIdentity } from '../../../domain/borrower/personal-details'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { PersonInCprRegister } from '../../../domain/ports/cpr-register'
import type { MunicipalityCode } from '../../../domain/values/ids'
import { cprOf, personInRegister } from '../../fixtures/cpr-register/example-persons'
import {
  annaBlocked,
  annaRegistered,
  annasContactDetails,
  annasPerson,
  blockId,
  contactId,
  identityId,
} from '../../fixtures/example-borrowers'
import { anna, day } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'

const past = given(borrowerDecider(defaultLibraryPolicy))
const { number: _number, homeBranch: _homeBranch, language: _language, ...withoutNumber } = annasPerson
const aalborg = '851' as MunicipalityCode

/** Anna as she is registered, with a CPR number. */
const known = unprotectedIdentity({ ...withoutNumber, cpr: cprOf(1), municipality: aalborg })
const withCpr = IdentityChanged(
  { borrower: anna, identity: identityId(2), replaces: identityId(1) },
  { identity: { ...known, reason: 'CPR-nummer' } },
)
const asKnown = personInRegister(1, {
  name: 'Anna',
  residence: { _tag: 'LivesAt', careOf: null, address: 'Havnegade 1', municipality: aalborg },
})

const updateWith = (given: Partial<PersonInCprRegister>): UpdateFromCprRegister => ({
  ...{ type: 'UpdateFromCprRegister', borrower: anna, identity: identityId(3), contact: contactId(3) },
  ...{ block: blockId(3), today: day('2026-04-02'), person: { ...asKnown, ...given } },
})
const whoIs = (given: Partial<typeof known>): BorrowerEvent =>
  IdentityChanged(
    { borrower: anna, identity: identityId(3), replaces: identityId(2) },
    { identity: { ...known, ...given, reason: reasonOfCprRegister } },
  )
const reachedAt = (given: Partial<typeof annasContactDetails>): BorrowerEvent =>
  ContactChanged(
    { borrower: anna, contact: contactId(3), replaces: contactId(1) },
    { contact: { details: { ...annasContactDetails, ...given }, verifiedEmails: [] } },
  )
const annaInRegister = past(annaRegistered(), withCpr)

describe('what the CPR register says of a borrower', () => {
  it('makes no event when it is known already', () => {
    annaInRegister.when(updateWith({})).thenHappens()
  })

  it('of a move becomes a new version of the contact details, and of the municipality', () => {
    const moved = {
      residence: {
        _tag: 'LivesAt',
        careOf: 'Vært',
        address: 'Ny Vej 2, 8000 Aarhus C',
        municipality: '751' as MunicipalityCode,
      },
    } as const
    annaInRegister
      .when(updateWith(moved))
      .thenHappens(
        whoIs({ municipality: '751' as MunicipalityCode }),
        reachedAt({ careOf: 'Vært', address: 'Ny Vej 2, 8000 Aarhus C' }),
      )
  })

  it('of a name, a protection, a changed number: a new version of who the borrower is, with the register as its reason', () => {
    annaInRegister.when(updateWith({ name: 'Anna Berg' })).thenHappens(whoIs({ name: 'Anna Berg' }))
    annaInRegister
      .when(updateWith({ isNameAndAddressProtected: true }))
      .thenHappens(whoIs({ isNameAndAddressProtected: true }))
    annaInRegister.when(updateWith({ replacedBy: cprOf(9) })).thenHappens(whoIs({ cpr: cprOf(9) }))
  })

  it('of a person who lives nowhere in Denmark takes address and municipality away', () => {
    annaInRegister
      .when(updateWith({ residence: { _tag: 'NoDanishAddress' } }))
      .thenHappens(whoIs({ municipality: null }), reachedAt({ address: null }))
    annaInRegister.when(updateWith({ residence: { _tag: 'NotSaid' }, name: null })).thenHappens()
  })

  it('leaves the c/o address of the borrower while the borrower has not moved', () => {
    const atFriends = ContactChanged(
      { borrower: anna, contact: contactId(2), replaces: contactId(1) },
      { contact: { details: { ...annasContactDetails, careOf: 'Ven' }, verifiedEmails: [] } },
    )
    past(annaRegistered(), withCpr, atFriends).when(updateWith({})).thenHappens()
  })

  it('of a death is a block D, once, and the last address stays', () => {
    const dead = updateWith({ isDead: true, residence: { _tag: 'NoDanishAddress' } })
    const blocked = BlockSet(
      { borrower: anna, block: blockId(3) },
      { block: { reason: 'D', since: day('2026-04-02'), note: null } },
    )
    annaInRegister.when(dead).thenHappens(blocked)
    past(annaRegistered(), withCpr, annaBlocked(1, 'D')).when(dead).thenHappens()
  })

  it('is not used when the borrower has another number by now', () => {
    annaInRegister.when(updateWith({ cpr: cprOf(5), name: 'En Anden' })).thenHappens()
  })

  it('is not used of a borrower who is about to be erased', () => {
    past(annaRegistered(), withCpr, ErasureRequested({ borrower: anna }, {}))
      .when(updateWith({ name: 'Anna Berg' }))
      .thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})

describe('protection of name and address', () => {
  const change = { type: 'ChangeProtection', borrower: anna, identity: identityId(3), reason: 'Ønske' } as const
  const set = IdentityChanged(
    { borrower: anna, identity: identityId(3), replaces: identityId(2) },
    { identity: { ...known, isNameAndAddressProtected: true, reason: 'Ønske' } },
  )
  const protectedAnna = past(annaRegistered(), withCpr, set)

  it('is set and ended by staff, each as a version of who the borrower is', () => {
    annaInRegister.when({ ...change, isNameAndAddressProtected: true }).thenHappens(set)
    protectedAnna
      .when({ ...change, identity: identityId(4), isNameAndAddressProtected: false })
      .thenHappens(
        IdentityChanged(
          { borrower: anna, identity: identityId(4), replaces: identityId(3) },
          { identity: { ...known, reason: 'Ønske' } },
        ),
      )
  })

  it('is no event when it is so already', () => {
    annaInRegister.when({ ...change, isNameAndAddressProtected: false }).thenHappens()
    protectedAnna.when({ ...change, isNameAndAddressProtected: true }).thenHappens()
  })

  it('stays when staff put right who the borrower is', () => {
    const { isNameAndAddressProtected: _, ...details } = known
    const putRight = { type: 'ChangeIdentity', borrower: anna, identity: identityId(4), reason: 'Navn' } as const
    expect(protectedAnna.when({ ...putRight, details: { ...details, name: 'Anna Berg' } }).events()).toMatchObject([
      { sealed: { identity: { value: { name: 'Anna Berg', isNameAndAddressProtected: true } } } },
    ])
  })
})
