import { BorrowerSeen } from '../../domain/borrower/events/borrower-seen'
import { ContactChanged } from '../../domain/borrower/events/contact-changed'
import { ErasureRequested } from '../../domain/borrower/events/erasure-requested'
import { PreferencesChanged } from '../../domain/borrower/events/preferences-changed'
import type { ContactId } from '../../domain/values/ids'
import type { HalfYear } from '../../domain/values/month'
import {
  blocksOf,
  borrowerByCpr,
  borrowerById,
  borrowerByNumber,
  borrowersAfter,
  cardByNumber,
  cardsOf,
  contactOf,
} from '../../projections/borrowers/queries'
import { uuid } from '../fixtures/uuid'
import { ann, bo, contactOfAnn, registered, rowsAfter, side } from './story'

const both = [registered(ann), registered(bo, uuid(401) as ContactId)]
const rows = rowsAfter([], both)

describe('a borrower', () => {
  it('is found by number, CPR number and card', () => {
    expect(borrowerByNumber(`number ${ann}`)(rows)?.borrower).toBe(ann)
    expect(borrowerByCpr(`cpr ${bo}`)(rows)?.borrower).toBe(bo)
    expect(cardByNumber(`card ${bo}`)(rows)?.borrower).toBe(bo)
    expect(cardsOf(ann)(rows).map(({ number }) => number)).toEqual([`card ${ann}`])
  })

  it('is a stranger when nobody has that number', () => {
    expect(borrowerByNumber('another')(rows)).toBeUndefined()
    expect(borrowerByCpr('another')(rows)).toBeUndefined()
    expect(cardByNumber('another')(rows)).toBeUndefined()
    expect(contactOf(uuid(99) as typeof ann)(rows)).toBeUndefined()
    expect(blocksOf(ann)(rows)).toEqual([])
  })

  it('is reached at the present contact, the one before being gone', () => {
    const details = { careOf: null, address: null, phones: ['2', '3'], mobileForNotices: '3', email: null }
    const open = { borrower: ann, contact: uuid(402) as ContactId, replaces: contactOfAnn }
    const changed = rowsAfter([], [...both, ContactChanged(open, { contact: { details } })])
    expect(contactOf(ann)(changed)).toEqual(details)
    expect(contactOf(ann)(rows)?.phones).toEqual(['1'])
  })

  it('may change home branch and language', () => {
    const changed = PreferencesChanged({ borrower: ann }, { borrower: { homeBranch: side, language: 'en' } })
    expect(borrowerById(ann)(rowsAfter([], [...both, changed]))).toMatchObject({ homeBranch: side, language: 'en' })
  })

  it('is remembered as last seen, and as about to be erased', () => {
    const seen = BorrowerSeen({ borrower: ann, halfYear: '2026-H1' as HalfYear }, {})
    const after = rowsAfter([], [...both, seen, ErasureRequested({ borrower: ann }, {})])
    expect(borrowerById(ann)(after)).toMatchObject({ lastSeen: '2026-H1', ending: 'requested' })
    expect(borrowerById(bo)(after)).toMatchObject({ lastSeen: null, ending: null })
  })

  it('stands on one page of all borrowers', () => {
    expect(borrowersAfter(undefined, 1)(rows).map(({ borrower }) => borrower)).toEqual([ann])
    expect(borrowersAfter(ann, 1)(rows).map(({ borrower }) => borrower)).toEqual([bo])
    expect(borrowersAfter(bo, 1)(rows)).toEqual([])
  })
})
