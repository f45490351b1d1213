import type { BranchId } from '../../domain/values/ids'
import { copiesById } from '../copies/copy-queries'
import type { CopyRow } from '../copies/copies-table'
import { sortByShelfMark } from '../copies/shelf-mark-order'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { reservedCopiesTable, reservationsTable, type ReservedCopyRow } from './queue-tables'

/** A copy that is to be fetched from the shelf of a branch. */
export interface PullListEntry {
  readonly reservedCopy: ReservedCopyRow
  readonly copy: CopyRow
}

/** An entry with the pick-up branch of its reservation, which may have changed since the copy was put on the list. */
export const withPickUpBranchOfReservation =
  (rows: ReadModelRows) =>
  ({ reservedCopy, copy }: PullListEntry): PullListEntry => {
    const reservation = findFirstRow(rows, reservationsTable, { where: { reservation: reservedCopy.reservation } })
    return {
      copy,
      reservedCopy: { ...reservedCopy, pickUpBranch: reservation?.pickUpBranch ?? reservedCopy.pickUpBranch },
    }
  }

const sortEntries = sortByShelfMark(({ copy }: PullListEntry) => copy)

/**
 * The pull list of a branch (plukliste): the copies to fetch from its shelves, by shelf mark in Danish order. Copies
 * without a shelf mark come last, by author and name.
 */
export const pullListOfBranch =
  (branch: BranchId) =>
  (rows: ReadModelRows): ReadonlyArray<PullListEntry> => {
    const reserved = rows.find(reservedCopiesTable, { where: { branch, state: 'onPullList' } })
    const copies = new Map(copiesById(reserved.map(({ copy }) => copy))(rows).map((row) => [row.copy, row]))
    const entries = reserved.flatMap((reservedCopy) => {
      const copy = copies.get(reservedCopy.copy)
      return copy === undefined ? [] : [{ reservedCopy, copy }]
    })
    return sortEntries(entries)
  }
