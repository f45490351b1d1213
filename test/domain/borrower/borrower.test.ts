import type { BorrowerCommand } from '../../../domain/borrower/decide-borrower-command'
import type { ChangePreferences } from '../../../domain/borrower/commands/change-preferences'
import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import { BlockLifted } from '../../../domain/borrower/events/block-lifted'
import { BlockSet } from '../../../domain/borrower/events/block-set'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ContactChanged } from '../../../domain/borrower/events/contact-changed'
import { PreferencesSet } from '../../../domain/borrower/events/preferences-set'
import type { HalfYear } from '../../../domain/values/month'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import {
  annaBlocked,
  annaRegistered,
  annasCard,
  annasContactDetails,
  annasPerson,
  blockId,
  cardId,
  contactId,
  identityId,
  pinId,
  preferenceId,
} from '../../fixtures/example-borrowers'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import { anna, branchAtHarbour, day, mainBranch, noon } from '../../fixtures/example-library'

const past = given(borrowerDecider(defaultLibraryPolicy))
const registered = past(annaRegistered())
const moved = { ...annasContactDetails, address: 'Havnegade 2' }
const half = (text: string) => text as HalfYear

const register: BorrowerCommand = {
  ...{ type: 'RegisterBorrower', borrower: anna, identity: identityId(1), preference: preferenceId(1) },
  ...{ contact: contactId(1), card: cardId(1), pin: pinId(1) },
  ...{ person: annasPerson, contactDetails: annasContactDetails, presentedCard: annasCard, at: noon('2026-03-10') },
}
const move: BorrowerCommand = { type: 'ChangeContact', borrower: anna, contact: contactId(2), contactDetails: moved }
const speakEnglish: ChangePreferences = {
  ...{ type: 'ChangePreferences', borrower: anna, preference: preferenceId(2) },
  ...{ homeBranch: branchAtHarbour, language: 'en' },
}
const exclude: BorrowerCommand = {
  ...{ type: 'BlockBorrower', borrower: anna, block: blockId(1), reason: 'U', note: null, at: noon('2026-04-01') },
}
const lift: BorrowerCommand = { type: 'LiftBlock', borrower: anna, block: blockId(1) }
const see: BorrowerCommand = { type: 'MarkSeen', borrower: anna, halfYear: half('2026-H2') }

describe('registering', () => {
  it('makes a borrower, and its open part holds the month only', () => {
    past().when(register).thenHappens(annaRegistered())
  })

  it('on the website blocks the borrower from the first moment on, until staff confirm', () => {
    const onWebsite: BorrowerCommand = { ...register, firstBlock: { block: blockId(1), reason: 'W' } }
    const blocked = BlockSet(
      { borrower: anna, block: blockId(1) },
      { block: { reason: 'W', since: day('2026-03-10'), note: null } },
    )
    past().when(onWebsite).thenHappens(annaRegistered(), blocked)
  })

  it('is refused a second time', () => {
    registered.when(register).thenRefused({ _tag: 'BorrowerIsAlreadyRegistered' })
  })
})

describe('a person who is not registered', () => {
  it.each([move, speakEnglish, exclude, lift, see])('is unknown to $type', (command) => {
    past().when(command).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})

describe('the contact details', () => {
  it('are replaced', () => {
    const replaced = { borrower: anna, contact: contactId(2), replaces: contactId(1) }
    registered.when(move).thenHappens(ContactChanged(replaced, { contact: { details: moved, verifiedEmails: [] } }))
  })

  it.each([
    ['the same', annasContactDetails, 0],
    ['another phone', { ...annasContactDetails, phones: ['11223344', '55667788'] }, 1],
    ['another mobile for notices', { ...annasContactDetails, mobileForNotices: null }, 1],
    ['another e-mail', { ...annasContactDetails, emails: ['anna@example.org'] }, 1],
    ['another e-mail for notices', { ...annasContactDetails, emailForNotices: 'anna@example.org' }, 1],
    ['another c/o address', { ...annasContactDetails, careOf: 'Bent' }, 1],
  ])('change only when they differ: %s', (_, details, changes) => {
    expect(registered.when({ ...move, contactDetails: details }).events()).toHaveLength(changes)
  })

  it('are replaced also when the old ones are erased', () => {
    const unreadable = past(...withScopesErased(new Set([contactId(1)]))([annaRegistered()]))
    expect(unreadable.when({ ...move, contactDetails: annasContactDetails }).events()).toHaveLength(1)
  })
})

describe('the preferences', () => {
  it('are changed', () => {
    const replaced = { borrower: anna, preference: preferenceId(2), replaces: preferenceId(1) }
    const chosen = { homeBranch: branchAtHarbour, language: 'en' } as const
    registered.when(speakEnglish).thenHappens(PreferencesSet(replaced, { preference: chosen }))
  })

  it('do not change when the same are chosen again', () => {
    registered.when({ ...speakEnglish, homeBranch: mainBranch, language: 'da' }).thenHappens()
  })
})

describe('a block', () => {
  it('holds from its day', () => {
    registered.when(exclude).thenHappens(annaBlocked(1, 'U'))
  })

  it('is set once for each reason', () => {
    const blocked = past(annaRegistered(), annaBlocked(1, 'U'))
    blocked.when({ ...exclude, block: blockId(2) }).thenRefused({ _tag: 'AlreadyBlockedForThisReason' })
    blocked.when({ ...exclude, block: blockId(2), reason: 'O' }).thenHappens(annaBlocked(2, 'O'))
  })

  it('is lifted once', () => {
    const lifted = BlockLifted({ borrower: anna, block: blockId(1) }, {})
    past(annaRegistered(), annaBlocked(1, 'U')).when(lift).thenHappens(lifted)
    past(annaRegistered(), annaBlocked(1, 'U'), lifted).when(lift).thenRefused({ _tag: 'BlockIsUnknown' })
  })
})

describe('being seen', () => {
  it('is recorded once for a half-year, and not for the half-year of registration', () => {
    const seen = BorrowerSeen({ borrower: anna, halfYear: half('2026-H2') }, {})
    registered.when(see).thenHappens(seen)
    past(annaRegistered(), seen).when(see).thenHappens()
    registered.when({ ...see, halfYear: half('2026-H1') }).thenHappens()
  })
})
