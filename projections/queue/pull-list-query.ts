import type { BranchId } from '../../domain/values/ids'
import { copyById } from '../copies/copy-queries'
import type { CopyRow } from '../copies/copies-table'
import { compareShelfMarkKeys, shelfMarkKey } from '../copies/shelf-mark-order'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { reservedCopiesTable, reservationsTable, type ReservedCopyRow } from './queue-tables'

/** A copy that is to be fetched from the shelf of a branch. */
export interface PullListEntry {
  readonly reservedCopy: ReservedCopyRow
  readonly copy: CopyRow
}

/** The pick-up branch may have changed since the copy was put on the list. */
const withPickUpBranchOfReservation =
  (rows: ReadModelRows) =>
  (row: ReservedCopyRow): ReservedCopyRow => {
    const reservation = findFirstRow(rows, reservationsTable, { where: { reservation: row.reservation } })
    return { ...row, pickUpBranch: reservation?.pickUpBranch ?? row.pickUpBranch }
  }

const byShelfMark = ({ copy: one }: PullListEntry, { copy: other }: PullListEntry): number =>
  compareShelfMarkKeys(shelfMarkKey(one), shelfMarkKey(other))

/**
 * The pull list of a branch (plukliste): the copies to fetch from its shelves, by shelf mark in Danish order. Copies
 * without a shelf mark come last, by author and name.
 */
export const pullListOfBranch =
  (branch: BranchId) =>
  (rows: ReadModelRows): ReadonlyArray<PullListEntry> =>
    rows
      .find(reservedCopiesTable, { where: { branch, state: 'onPullList' } })
      .flatMap((row) => {
        const copy = copyById(row.copy)(rows)
        return copy === undefined ? [] : [{ reservedCopy: withPickUpBranchOfReservation(rows)(row), copy }]
      })
      .sort(byShelfMark)
