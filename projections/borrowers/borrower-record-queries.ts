import type { ContactDetails } from '../../domain/borrower/contact-details'
import type { BorrowerId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import {
  blocksTable,
  borrowersTable,
  cardsTable,
  contactsTable,
  identitiesTable,
  pinsTable,
  preferencesTable,
  verifiedEmailsTable,
  type BlockRow,
  type BorrowerRow,
  type CardRow,
  type IdentityRow,
  type PreferencesRow,
} from './borrower-tables'
import { fromContactColumns } from './contact-columns'

/** A borrower's record: who the borrower is, and what they chose. */
export type BorrowerRecord = BorrowerRow &
  Omit<IdentityRow, 'identity' | 'reason' | 'recordedIn' | 'cprIndex' | 'isNameAndAddressProtected'> &
  Omit<PreferencesRow, 'preference' | 'recordedIn'> & { readonly isNameAndAddressProtected: boolean }

/** Who a borrower is; undefined when nobody with this id is registered. */
export const identityOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): IdentityRow | undefined =>
    findFirstRow(rows, identitiesTable, { where: { borrower } })

/** A borrower's record; undefined when nobody with this id is registered, or the borrower is forgotten. */
export const borrowerById =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): BorrowerRecord | undefined => {
    const registered = findFirstRow(rows, borrowersTable, { where: { borrower } })
    const identityRow = identityOfBorrower(borrower)(rows)
    const preferences = findFirstRow(rows, preferencesTable, { where: { borrower } })
    if (registered === undefined || identityRow === undefined || preferences === undefined) return undefined
    const { cpr, name, birthDate, group, municipality, isNameAndAddressProtected } = identityRow
    const details = { cpr, name, birthDate, group, municipality }
    const { preference: _preference, recordedIn: _recordedIn, ...chosen } = preferences
    return { ...registered, ...details, ...chosen, isNameAndAddressProtected: isNameAndAddressProtected === 1 }
  }

/** The borrower with a borrower number (lånernummer). */
export const borrowerByBorrowerNumber =
  (number: string) =>
  (rows: ReadModelRows): BorrowerId | undefined =>
    findFirstRow(rows, borrowersTable, { where: { number } })?.borrower

/** The borrower with a CPR number, written as it was registered. */
export const borrowerByCpr =
  (cpr: string) =>
  (rows: ReadModelRows): BorrowerId | undefined =>
    findFirstRow(rows, identitiesTable, { where: { cprIndex: cpr } })?.borrower

/** The card with a number (LånerID), with its borrower. */
export const cardByNumber =
  (number: string) =>
  (rows: ReadModelRows): CardRow | undefined =>
    findFirstRow(rows, cardsTable, { where: { number } })

export const cardsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<CardRow> =>
    rows.find(cardsTable, { where: { borrower }, orderBy: ['card'] })

/** The salted hash of a borrower's PIN; undefined when the borrower has none. */
export const pinHashOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): string | undefined =>
    findFirstRow(rows, pinsTable, { where: { borrower } })?.hash

/** A borrower's present contact details. */
export const contactOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ContactDetails | undefined => {
    const row = findFirstRow(rows, contactsTable, { where: { borrower } })
    return row && fromContactColumns(row)
  }

/** The e-mails of a borrower that were verified. */
export const verifiedEmailsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<string> =>
    rows.find(verifiedEmailsTable, { where: { borrower }, orderBy: ['email'] }).map(({ email }) => email)

/** Whether a borrower has an e-mail for notices to which nothing is sent, because it is not verified. */
export const isEmailOfBorrowerUnverified =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): boolean => {
    const email = contactOfBorrower(borrower)(rows)?.emailForNotices ?? null
    return email !== null && !verifiedEmailsOfBorrower(borrower)(rows).includes(email)
  }

/** Blocks in force, oldest first. Debt is not among them: it is computed from fees. */
export const recordedBlocksOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<BlockRow> =>
    rows.find(blocksTable, { where: { borrower }, orderBy: ['since', 'block'] })

/** A page of all borrowers, sorted by id, which is random: those after the last borrower of the previous page. */
export const pageOfBorrowers =
  (last: BorrowerId | undefined, limit: number) =>
  (rows: ReadModelRows): ReadonlyArray<BorrowerRow> =>
    rows.find(borrowersTable, {
      ...(last === undefined ? {} : { greaterThan: { borrower: last } }),
      orderBy: ['borrower'],
      limit,
    })
