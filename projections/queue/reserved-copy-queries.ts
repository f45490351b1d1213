import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, CopyId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { reservedCopiesTable, type ReservedCopyRow } from './queue-tables'

/** The copies on the pick-up shelf of a branch, sorted by pick-up number. */
export const copiesOnPickUpShelf =
  (branch: BranchId) =>
  (rows: ReadModelRows): ReadonlyArray<ReservedCopyRow> =>
    rows.find(reservedCopiesTable, { where: { branch, state: 'ready' }, orderBy: ['pickUpNumber', 'setAside'] })

/** The copies that are set aside at a branch and wait to be sent or put on the pick-up shelf. */
export const copiesSetAsideAt =
  (branch: BranchId) =>
  (rows: ReadModelRows): ReadonlyArray<ReservedCopyRow> =>
    rows.find(reservedCopiesTable, { where: { branch, state: 'setAside' }, orderBy: ['setAside'] })

/** The row of a reserved copy; undefined when the copy is not reserved. */
export const reservedCopyById =
  (copy: CopyId) =>
  (rows: ReadModelRows): ReservedCopyRow | undefined =>
    findFirstRow(rows, reservedCopiesTable, { where: { copy } })

/** The copies that are reserved for a borrower, in any state. */
export const reservedCopiesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<ReservedCopyRow> =>
    rows.find(reservedCopiesTable, { where: { borrower }, orderBy: ['setAside'] })

/** All reserved copies, sorted by the id of the set-aside, which is random. */
export const allReservedCopies = (rows: ReadModelRows): ReadonlyArray<ReservedCopyRow> =>
  rows.find(reservedCopiesTable, { orderBy: ['setAside'] })

/** The reserved copies that are reserved at most until this day, or an earlier one. */
export const setAsidesEndingBy =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<ReservedCopyRow> =>
    rows.find(reservedCopiesTable, { atMost: { latestEnd: day }, orderBy: ['setAside'] })
