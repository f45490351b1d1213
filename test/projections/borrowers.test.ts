import { BorrowerSeen } from '../../domain/borrower/events/borrower-seen'
import { ContactChanged } from '../../domain/borrower/events/contact-changed'
import { ErasureRequested } from '../../domain/borrower/events/erasure-requested'
import { PreferencesChanged } from '../../domain/borrower/events/preferences-changed'
import type { ContactId } from '../../domain/values/ids'
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
} from '../../projections/borrowers/borrower-record-queries'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { ann, bo, contactOfAnn, borrowerRegistered, rowsAfterEvents, otherBranch } from './example-events'

const both = [borrowerRegistered(ann), borrowerRegistered(bo, numberedUuid(401) as ContactId)]
const rows = rowsAfterEvents([], both)

describe('a borrower', () => {
  it('is found by number, CPR number and card', () => {
    expect(borrowerByBorrowerNumber(`number ${ann}`)(rows)?.borrower).toBe(ann)
    expect(borrowerByCpr(`cpr ${bo}`)(rows)?.borrower).toBe(bo)
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
    const details = { careOf: null, address: null, phones: ['2', '3'], mobileForNotices: '3', email: null }
    const open = { borrower: ann, contact: numberedUuid(402) as ContactId, replaces: contactOfAnn }
    const changed = rowsAfterEvents([], [...both, ContactChanged(open, { contact: { details } })])
    expect(contactOfBorrower(ann)(changed)).toEqual(details)
    expect(contactOfBorrower(ann)(rows)?.phones).toEqual(['1'])
  })

  it('can change home branch and language', () => {
    const changed = PreferencesChanged({ borrower: ann }, { borrower: { homeBranch: otherBranch, language: 'en' } })
    expect(borrowerById(ann)(rowsAfterEvents([], [...both, changed]))).toMatchObject({
      homeBranch: otherBranch,
      language: 'en',
    })
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
})
