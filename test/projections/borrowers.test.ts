import { BorrowerSeen } from '../../domain/borrower/events/borrower-seen'
import { CardIssued } from '../../domain/borrower/events/card-issued'
import { CardReportedStolen } from '../../domain/borrower/events/card-reported-stolen'
import { ContactChanged } from '../../domain/borrower/events/contact-changed'
import { ErasureRequested } from '../../domain/borrower/events/erasure-requested'
import { IdentityChanged } from '../../domain/borrower/events/identity-changed'
import { PinSet } from '../../domain/borrower/events/pin-set'
import { PreferencesChanged } from '../../domain/borrower/events/preferences-changed'
import { PreferencesSet } from '../../domain/borrower/events/preferences-set'
import type { DomainEvent, EventOfType } from '../../domain/event/domain-event'
import { makePlain } from '../../domain/event/plain-or-erased'
import type { CardId, ContactId, IdentityId, PinId, PreferenceId } from '../../domain/values/ids'
import type { HalfYear } from '../../domain/values/month'
import {
  recordedBlocksOfBorrower,
  borrowerByCpr,
  borrowerById,
  borrowerByBorrowerNumber,
  pageOfBorrowers,
  cardByNumber,
  cardsOfBorrower,
  contactOfBorrower,
  identityOfBorrower,
  pinHashOfBorrower,
} from '../../projections/borrowers/borrower-record-queries'
import { borrowersOfNameAfter } from '../../projections/borrowers/borrowers-by-name'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { ann, bo, contactOfAnn, borrowerRegistered, rowsAfterEvents, otherBranch } from './example-events'

const both = [borrowerRegistered(ann), borrowerRegistered(bo, numberedUuid(401) as ContactId)]
const rows = rowsAfterEvents([], both)
const secondPreference = numberedUuid(442) as PreferenceId

describe('a borrower', () => {
  it('is found by number, CPR number and card', () => {
    expect(borrowerByBorrowerNumber(`number ${ann}`)(rows)).toBe(ann)
    expect(borrowerByCpr(`cpr ${bo}`)(rows)).toBe(bo)
    expect(cardByNumber(`card ${bo}`)(rows)?.borrower).toBe(bo)
    expect(cardsOfBorrower(ann)(rows).map(({ number }) => number)).toEqual([`card ${ann}`])
  })

  it('is not found by a number that nobody has', () => {
    expect(borrowerByBorrowerNumber('another')(rows)).toBeUndefined()
    expect(borrowerByCpr('another')(rows)).toBeUndefined()
    expect(cardByNumber('another')(rows)).toBeUndefined()
    expect(contactOfBorrower(numberedUuid(99) as typeof ann)(rows)).toBeUndefined()
    expect(recordedBlocksOfBorrower(ann)(rows)).toEqual([])
  })

  it('has the present contact details, and no earlier ones', () => {
    const details = {
      careOf: null,
      address: null,
      phones: ['2', '3'],
      mobileForNotices: '3',
      emails: [],
      emailForNotices: null,
    }
    const open = { borrower: ann, contact: numberedUuid(402) as ContactId, replaces: contactOfAnn }
    const changed = rowsAfterEvents([], [...both, ContactChanged(open, { contact: { details, verifiedEmails: [] } })])
    expect(contactOfBorrower(ann)(changed)).toEqual(details)
    expect(contactOfBorrower(ann)(rows)?.phones).toEqual(['1'])
  })

  it('can change home branch and language', () => {
    const open = { borrower: ann, preference: secondPreference, replaces: null }
    const chosen = { homeBranch: otherBranch, language: 'en' } as const
    const changed = [
      PreferencesSet(open, { preference: chosen }),
      PreferencesChanged({ borrower: ann }, { borrower: chosen }),
    ]
    for (const change of changed)
      expect(borrowerById(ann)(rowsAfterEvents([], [...both, change]))).toMatchObject(chosen)
  })

  it('is who staff say, once they have put it right, and is found by the earlier CPR number no more', () => {
    const details = { cpr: 'cpr right', name: 'Anne', birthDate: null, group: 'adult', municipality: null } as const
    const open = { borrower: ann, identity: numberedUuid(440) as IdentityId, replaces: null }
    const changed = rowsAfterEvents(
      [],
      [...both, IdentityChanged(open, { identity: { ...details, isNameAndAddressProtected: true, reason: 'Stavet' } })],
    )
    expect(borrowerById(ann)(changed)).toMatchObject(details)
    expect(identityOfBorrower(ann)(changed)).toMatchObject({ reason: 'Stavet', isNameAndAddressProtected: 1 })
    expect(borrowerByCpr('cpr right')(changed)).toBe(ann)
    expect(borrowerByCpr(`cpr ${ann}`)(changed)).toBeUndefined()
  })

  it('is found by the cards in use, and not by those that were replaced or stolen', () => {
    const [first] = cardsOfBorrower(ann)(rows)
    const further = { borrower: ann, card: numberedUuid(441) as CardId, replaces: null }
    const issued = CardIssued(further, { card: { number: 'further' } })
    const instead = CardIssued({ ...further, replaces: first!.card }, { card: { number: 'further' } })
    const numbersAfter = (...events: ReadonlyArray<DomainEvent>) =>
      cardsOfBorrower(ann)(rowsAfterEvents([], [...both, ...events])).map(({ number }) => number)
    expect(numbersAfter(issued).sort()).toEqual([`card ${ann}`, 'further'])
    expect(numbersAfter(instead)).toEqual(['further'])
    expect(numbersAfter(issued, CardReportedStolen({ borrower: ann, card: first!.card }, {}))).toEqual(['further'])
  })

  it('has the PIN that was set last; one of a registration of version 1 goes with its card', () => {
    const set = (n: number) =>
      PinSet({ borrower: ann, pin: numberedUuid(450 + n) as PinId, replaces: null }, { pin: { hash: `hash ${n}` } })
    const registered = borrowerRegistered(ann) as EventOfType<'BorrowerRegistered'>
    const card = { number: 'old', pin: 'hash 0' }
    const version1 = { ...registered, sealed: { ...registered.sealed, card: makePlain(card) } }
    const stolen = CardReportedStolen({ borrower: ann, card: registered.open.card }, {})
    const hashAfter = (...events: ReadonlyArray<DomainEvent>) => pinHashOfBorrower(ann)(rowsAfterEvents([], events))
    expect(hashAfter(registered)).toBeUndefined()
    expect(hashAfter(version1)).toBe('hash 0')
    expect(hashAfter(version1, stolen)).toBeUndefined()
    expect(hashAfter(version1, set(1), stolen)).toBe('hash 1')
    expect(hashAfter(registered, set(1), set(2))).toBe('hash 2')
  })

  it('has the half-year of the last use, and the reason of a coming erasure', () => {
    const seen = BorrowerSeen({ borrower: ann, halfYear: '2026-H1' as HalfYear }, {})
    const after = rowsAfterEvents([], [...both, seen, ErasureRequested({ borrower: ann }, {})])
    expect(borrowerById(ann)(after)).toMatchObject({ lastSeen: '2026-H1', ending: 'requested' })
    expect(borrowerById(bo)(after)).toMatchObject({ lastSeen: null, ending: null })
  })

  it('is on exactly one page of all borrowers', () => {
    expect(pageOfBorrowers(undefined, 1)(rows).map(({ borrower }) => borrower)).toEqual([ann])
    expect(pageOfBorrowers(ann, 1)(rows).map(({ borrower }) => borrower)).toEqual([bo])
    expect(pageOfBorrowers(bo, 1)(rows)).toEqual([])
  })

  it('is found by the words of the present name, whoever else has one of them', () => {
    const named = (borrower: typeof ann, name: string, isNameAndAddressProtected = false) => {
      const open = { borrower, identity: numberedUuid(450) as IdentityId, replaces: null }
      const details = { cpr: null, name, birthDate: null, group: 'adult', municipality: null } as const
      return IdentityChanged(open, { identity: { ...details, isNameAndAddressProtected, reason: 'register' } })
    }
    const found = (name: string, ...events: ReadonlyArray<DomainEvent>) =>
      borrowersOfNameAfter(name, undefined, 10)(rowsAfterEvents([], [...both, ...events])).found.map((one) => one.name)
    const renamed = [named(ann, 'Anna Berg'), named(bo, 'Bo Berg-Annasen')]
    expect(found('berg', ...renamed)).toEqual(['Anna Berg', 'Bo Berg-Annasen'])
    expect(found('BERG bo', ...renamed)).toEqual(['Bo Berg-Annasen'])
    expect(found('anna', ...renamed)).toEqual(['Anna Berg', 'Bo Berg-Annasen'])
    expect(found('annas', ...renamed)).toEqual(['Bo Berg-Annasen'])
    expect(found('ann', ...renamed, named(ann, 'Anna Berg', true))).toEqual(['Bo Berg-Annasen'])
    expect(found('berg ann bo', ...renamed, named(bo, 'Bo'))).toEqual([])
    expect(found('ann', named(bo, 'Bo'))).toEqual(['Ann'])
  })

  it('is on one page of those of a name, even with two words that begin alike', () => {
    const open = { borrower: ann, identity: numberedUuid(450) as IdentityId, replaces: null }
    const details = { cpr: null, birthDate: null, group: 'adult', municipality: null } as const
    const identity = { ...details, name: 'Ann Annsen', isNameAndAddressProtected: false, reason: 'register' } as const
    const renamed = rowsAfterEvents([], [...both, IdentityChanged(open, { identity })])
    const first = borrowersOfNameAfter('ann', undefined, 2)(renamed)
    expect([first.found.map(({ borrower }) => borrower), first.last]).toEqual([[ann], ann])
    const second = borrowersOfNameAfter('ann', first.last, 2)(renamed)
    expect([second.found.map(({ borrower }) => borrower), second.last]).toEqual([[bo], undefined])
  })
})
