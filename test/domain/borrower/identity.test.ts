import type { ChangeIdentity } from '../../../domain/borrower/commands/change-identity'
import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import { BorrowerRegistered } from '../../../domain/borrower/events/borrower-registered'
import { IdentityChanged } from '../../../domain/borrower/events/identity-changed'
import { PreferencesSet } from '../../../domain/borrower/events/preferences-set'
import { erased } from '../../../domain/event/plain-or-erased'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { Month } from '../../../domain/values/month'
import {
  annaRegistered,
  annasContactDetails,
  annasPerson,
  annasCard,
  cardId,
  contactId,
  identityId,
  preferenceId,
} from '../../fixtures/example-borrowers'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import { anna, mainBranch } from '../../fixtures/example-library'

const past = given(borrowerDecider(defaultLibraryPolicy))
const { number, homeBranch, language, ...details } = annasPerson
const married = { ...details, name: 'Anna Berg' }

const putRight: ChangeIdentity = {
  ...{ type: 'ChangeIdentity', borrower: anna, identity: identityId(2) },
  ...{ details: married, reason: 'Navn efter vielse' },
}
const changed = IdentityChanged(
  { borrower: anna, identity: identityId(2), replaces: identityId(1) },
  { identity: { ...married, isNameAndAddressProtected: false, reason: 'Navn efter vielse' } },
)

const plain = BorrowerRegistered(
  {
    ...{ borrower: anna, identity: null, preference: null, contact: contactId(1), card: cardId(1) },
    registeredIn: '2026-03' as Month,
  },
  {
    borrower: { number, detailsOfVersion1: { ...details, homeBranch, language } },
    identity: details,
    preference: { homeBranch, language },
    contact: { details: annasContactDetails, verifiedEmails: [] },
    card: annasCard,
  },
)
const registeredByVersion1 = { ...plain, sealed: { ...plain.sealed, identity: erased, preference: erased } }

describe('who a borrower is', () => {
  it('is put right with a reason, and what was wrong ends', () => {
    past(annaRegistered()).when(putRight).thenHappens(changed)
  })

  it.each([
    ['the same', details, 0],
    ['another name', married, 1],
    ['another CPR number', { ...details, cpr: '0101010000' }, 1],
    ['no birth date', { ...details, birthDate: null }, 1],
    ['another group', { ...details, group: 'institution' as const }, 1],
  ])('changes only when it differs: %s', (_, sent, changes) => {
    expect(
      past(annaRegistered())
        .when({ ...putRight, details: sent })
        .events(),
    ).toHaveLength(changes)
  })

  it('is put right also when what was there before is erased', () => {
    const afterErasure = past(...withScopesErased(new Set([identityId(1)]))([annaRegistered(), changed]))
    const { reason: _reason, ...again } = { ...putRight, identity: identityId(3) }
    afterErasure.when({ ...again, reason: 'x' }).thenHappens()
    expect(afterErasure.when({ ...again, reason: 'x', details }).events()).toMatchObject([
      { open: { replaces: identityId(2) } },
    ])
  })

  it('is unknown to a person who is not registered', () => {
    past().when(putRight).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})

describe('a borrower of an older folder, whose registration sealed everything with the borrower', () => {
  const registered = past(registeredByVersion1)

  it('is the same person as one who registers today', () => {
    registered.when({ ...putRight, details }).thenHappens()
  })

  it('is put right, and replaces no version: the earlier values end with the borrower', () => {
    expect(registered.when(putRight).events()).toMatchObject([{ open: { replaces: null } }])
  })

  it('keeps home branch and language until they are changed', () => {
    const choose = { type: 'ChangePreferences', borrower: anna, preference: preferenceId(2), homeBranch } as const
    registered.when({ ...choose, language: 'da' }).thenHappens()
    const set = { borrower: anna, preference: preferenceId(2), replaces: null }
    registered
      .when({ ...choose, language: 'en' })
      .thenHappens(PreferencesSet(set, { preference: { homeBranch: mainBranch, language: 'en' } }))
  })
})
