import type { HeldClass } from '../../domain/hold/holdable-class'
import type { BorrowerId } from '../../domain/values/ids'
import { absencesTable } from '../absences/absences-table'
import { contactsTable, identitiesTable, preferencesTable } from '../borrowers/borrower-tables'
import { guardiansTable } from '../guardians/guardian-tables'
import { historyConsentsTable } from '../loan-histories/loan-histories-tables'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'

/** The scopes of what is in force of a borrower once, by class. A replaced version is not among them. */
export const scopesInForce =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): Readonly<Partial<Record<HeldClass, string | null>>> => {
    const where = { borrower }
    return {
      borrower,
      identity: findFirstRow(rows, identitiesTable, { where })?.identity ?? null,
      preference: findFirstRow(rows, preferencesTable, { where })?.preference ?? null,
      contact: findFirstRow(rows, contactsTable, { where })?.contact ?? null,
      absence: findFirstRow(rows, absencesTable, { where })?.absence ?? null,
      guardian: findFirstRow(rows, guardiansTable, { where })?.guardian ?? null,
      history: findFirstRow(rows, historyConsentsTable, { where })?.history ?? null,
    }
  }
