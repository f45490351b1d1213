import type { BorrowerCommand } from '../../../domain/borrower/decide'
import { borrowerDecider } from '../../../domain/borrower/decider'
import { BlockLifted } from '../../../domain/borrower/events/block-lifted'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ContactChanged } from '../../../domain/borrower/events/contact-changed'
import { PreferencesChanged } from '../../../domain/borrower/events/preferences-changed'
import type { HalfYear } from '../../../domain/values/month'
import { defaultPolicy } from '../../../domain/policy/policy'
import {
  annaBlocked,
  annaRegistered,
  annasCard,
  annasDetails,
  annasPerson,
  blockOf,
  cardOf,
  contactOf,
} from '../../fixtures/borrowers'
import { forget } from '../../fixtures/forget'
import { given } from '../../fixtures/given'
import { anna, harbourBranch, mainLibrary, noon } from '../../fixtures/library'

const past = given(borrowerDecider(defaultPolicy))
const registered = past(annaRegistered())
const moved = { ...annasDetails, address: 'Havnegade 2' }
const half = (text: string) => text as HalfYear

const register: BorrowerCommand = {
  ...{ type: 'RegisterBorrower', borrower: anna, contact: contactOf(1), card: cardOf(1) },
  ...{ person: annasPerson, details: annasDetails, cardShown: annasCard, at: noon('2026-03-10') },
}
const move: BorrowerCommand = { type: 'ChangeContact', borrower: anna, contact: contactOf(2), details: moved }
const speakEnglish: BorrowerCommand = {
  ...{ type: 'ChangePreferences', borrower: anna, homeBranch: harbourBranch, language: 'en' },
}
const exclude: BorrowerCommand = {
  ...{ type: 'BlockBorrower', borrower: anna, block: blockOf(1), reason: 'U', note: null, at: noon('2026-04-01') },
}
const lift: BorrowerCommand = { type: 'LiftBlock', borrower: anna, block: blockOf(1) }
const see: BorrowerCommand = { type: 'MarkSeen', borrower: anna, halfYear: half('2026-H2') }

describe('registering', () => {
  it('makes somebody a borrower, and tells openly no more than the month', () => {
    past().when(register).thenHappens(annaRegistered())
  })

  it('is done once', () => {
    registered.when(register).thenRefused({ _tag: 'BorrowerIsAlreadyRegistered' })
  })
})

describe('somebody who is no borrower', () => {
  it.each([move, speakEnglish, exclude, lift, see])('is unknown to $type', (command) => {
    past().when(command).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})

describe('contact', () => {
  it('is replaced', () => {
    const replaced = { borrower: anna, contact: contactOf(2), replaces: contactOf(1) }
    registered.when(move).thenHappens(ContactChanged(replaced, { contact: { details: moved } }))
  })

  it.each([
    ['the same', annasDetails, 0],
    ['another phone', { ...annasDetails, phones: ['11223344', '55667788'] }, 1],
    ['another mobile for notices', { ...annasDetails, mobileForNotices: null }, 1],
    ['another e-mail', { ...annasDetails, email: 'anna@example.org' }, 1],
    ['another c/o address', { ...annasDetails, careOf: 'Bent' }, 1],
  ])('changes when it does: %s', (_, details, changes) => {
    expect(registered.when({ ...move, details }).events()).toHaveLength(changes)
  })

  it('is replaced also when what it replaces is forgotten', () => {
    const unreadable = past(...forget(new Set([contactOf(1)]))([annaRegistered()]))
    expect(unreadable.when({ ...move, details: annasDetails }).events()).toHaveLength(1)
  })
})

describe('preferences', () => {
  it('are changed', () => {
    const chosen = { homeBranch: harbourBranch, language: 'en' } as const
    registered.when(speakEnglish).thenHappens(PreferencesChanged({ borrower: anna }, { borrower: chosen }))
  })

  it('do not change when the same are chosen again', () => {
    registered
      .when({ type: 'ChangePreferences', borrower: anna, homeBranch: mainLibrary, language: 'da' })
      .thenHappens()
  })
})

describe('a block', () => {
  it('stands from its day', () => {
    registered.when(exclude).thenHappens(annaBlocked(1, 'U'))
  })

  it('stands once for each reason', () => {
    const blocked = past(annaRegistered(), annaBlocked(1, 'U'))
    blocked.when({ ...exclude, block: blockOf(2) }).thenRefused({ _tag: 'AlreadyBlockedForThisReason' })
    blocked.when({ ...exclude, block: blockOf(2), reason: 'O' }).thenHappens(annaBlocked(2, 'O'))
  })

  it('is lifted once', () => {
    const lifted = BlockLifted({ borrower: anna, block: blockOf(1) }, {})
    past(annaRegistered(), annaBlocked(1, 'U')).when(lift).thenHappens(lifted)
    past(annaRegistered(), annaBlocked(1, 'U'), lifted).when(lift).thenRefused({ _tag: 'BlockIsUnknown' })
  })
})

describe('being seen', () => {
  it('is written once for a half-year, and not for the one of registering', () => {
    const seen = BorrowerSeen({ borrower: anna, halfYear: half('2026-H2') }, {})
    registered.when(see).thenHappens(seen)
    past(annaRegistered(), seen).when(see).thenHappens()
    registered.when({ ...see, halfYear: half('2026-H1') }).thenHappens()
  })
})
