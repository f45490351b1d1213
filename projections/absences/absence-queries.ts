import { isAbsentOn, type AbsencePeriod } from '../../domain/policy/absence-period'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { borrowerById } from '../borrowers/borrower-record-queries'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { absencesTable, type AbsenceRow } from './absences-table'

/** The absence period of a borrower; undefined when there is none. */
export const absenceOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): AbsencePeriod | undefined => {
    const row = findFirstRow(rows, absencesTable, { where: { borrower } })
    return row === undefined ? undefined : { from: row.from, until: row.until }
  }

/** The absence periods of those of the borrowers who have one. */
export const absencesOfBorrowers =
  (borrowers: ReadonlyArray<BorrowerId>) =>
  (rows: ReadModelRows): ReadonlyMap<BorrowerId, AbsencePeriod> =>
    new Map(
      rows
        .find(absencesTable, { oneOf: { borrower: borrowers } })
        .map(({ borrower, from, until }) => [borrower, { from, until }]),
    )

/** The borrowers who are absent on a day. */
export const borrowersAbsentOn =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlySet<BorrowerId> =>
    new Set(
      rows
        .find(absencesTable, { atMost: { from: day } })
        .filter(isAbsentOn(day))
        .map(({ borrower }) => borrower),
    )

/**
 * The absence periods whose last day is this day, or an earlier one, of borrowers who are registered and not about to be
 * erased. By id, which is random.
 */
export const absencesEndingBy =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<AbsenceRow> =>
    rows
      .find(absencesTable, { atMost: { until: day }, orderBy: ['absence'] })
      .filter(({ borrower }) => borrowerById(borrower)(rows)?.ending === null)
