import type { BorrowerId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { absencesTable } from '../absences/absences-table'
import { contactsTable, identitiesTable, preferencesTable } from '../borrowers/borrower-tables'
import { guardiansTable } from '../guardians/guardian-tables'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'

/** What is recorded as a whole: what is in force of it was recorded in one month. */
export interface HeldSince {
  readonly identity: Month | null
  readonly preferences: Month | null
  readonly contact: Month | null
  readonly absence: Month | null
  readonly guardian: Month | null
}

/**
 * Since which month the library holds what it has of a borrower. Notes have none: the month would tell the borrower when
 * staff changed the internal one, which is recorded together with the note to the borrower.
 */
export const heldSince =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): HeldSince => {
    const where = { borrower }
    return {
      identity: findFirstRow(rows, identitiesTable, { where })?.recordedIn ?? null,
      preferences: findFirstRow(rows, preferencesTable, { where })?.recordedIn ?? null,
      contact: findFirstRow(rows, contactsTable, { where })?.recordedIn ?? null,
      absence: findFirstRow(rows, absencesTable, { where })?.recordedIn ?? null,
      guardian: findFirstRow(rows, guardiansTable, { where })?.recordedIn ?? null,
    }
  }

/** A value of a kind of data with the month since which it is held; undefined where there is none. */
export const withMonth =
  (recordedIn: Month | null) =>
  <A extends object>(value: A | undefined): (A & { readonly recordedIn: Month | null }) | undefined =>
    value && { ...value, recordedIn }
