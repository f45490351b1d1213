import type { BranchId } from '../../domain/values/ids'
import { copyById } from '../copies/copy-queries'
import type { CopyRow } from '../copies/copies-table'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { reservedCopiesTable, reservationsTable, type ReservedCopyRow } from './queue-tables'

/** A copy that is to be fetched from the shelf of a branch. */
export interface PullListEntry {
  readonly reservedCopy: ReservedCopyRow
  readonly copy: CopyRow
}

const danish = new Intl.Collator('da')
/** Sorts after every shelf mark. */
const noShelfMark = '\u{10FFFF}'

const byShelfMark = ({ copy: one }: PullListEntry, { copy: other }: PullListEntry): number =>
  danish.compare(one.shelfMark ?? noShelfMark, other.shelfMark ?? noShelfMark) ||
  danish.compare(one.author ?? '', other.author ?? '') ||
  danish.compare(one.name, other.name) ||
  danish.compare(one.copy, other.copy)

/** The pick-up branch may have changed since the copy was put on the list. */
const withPickUpBranchOfReservation =
  (rows: ReadModelRows) =>
  (row: ReservedCopyRow): ReservedCopyRow => {
    const reservation = findFirstRow(rows, reservationsTable, { where: { reservation: row.reservation } })
    return { ...row, pickUpBranch: reservation?.pickUpBranch ?? row.pickUpBranch }
  }

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
