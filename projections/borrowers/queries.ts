import type { Contact } from '../../domain/borrower/contact'
import type { BorrowerId } from '../../domain/values/ids'
import { first, type Rows } from '../kernel/rows'
import { blocks, borrowers, cards, contacts, type Block, type Borrower, type Card } from './rows'

/** A borrower's record; undefined for a stranger, and for somebody forgotten. */
export const borrowerById =
  (borrower: BorrowerId) =>
  (rows: Rows): Borrower | undefined =>
    first(rows, borrowers, { where: { borrower } })

/** The borrower with a borrower number (lånernummer). */
export const borrowerByNumber =
  (number: string) =>
  (rows: Rows): Borrower | undefined =>
    first(rows, borrowers, { where: { number } })

/** The borrower with a CPR number, written as it was registered. */
export const borrowerByCpr =
  (cpr: string) =>
  (rows: Rows): Borrower | undefined =>
    first(rows, borrowers, { where: { cpr } })

/** The card of a number (LånerID): whose it is, and its PIN as it is kept. */
export const cardByNumber =
  (number: string) =>
  (rows: Rows): Card | undefined =>
    first(rows, cards, { where: { number } })

export const cardsOf =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<Card> =>
    rows.find(cards, { where: { borrower }, orderBy: ['card'] })

/** A borrower's present contact details. */
export const contactOf =
  (borrower: BorrowerId) =>
  (rows: Rows): Contact | undefined => {
    const row = first(rows, contacts, { where: { borrower } })
    if (row === undefined) return undefined
    const { careOf, address, mobileForNotices, email } = row
    return { careOf, address, mobileForNotices, email, phones: JSON.parse(row.phones) as ReadonlyArray<string> }
  }

/** Blocks in force, oldest first. Debt is not among them: it is computed from fees. */
export const blocksOf =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<Block> =>
    rows.find(blocks, { where: { borrower }, orderBy: ['since', 'block'] })

/** All borrowers, by id (which is random), a page at a time: those after the last one of the page before. */
export const borrowersAfter =
  (last: BorrowerId | undefined, limit: number) =>
  (rows: Rows): ReadonlyArray<Borrower> =>
    rows.find(borrowers, { ...(last === undefined ? {} : { after: { borrower: last } }), orderBy: ['borrower'], limit })
