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

/** Stands between the parts of a key, and in no text. */
const separator = '\u0000'

/** What the pull list is sorted by: shelf mark, author, name and item number, in one text. */
export const pullListKey = ({ copy: { shelfMark, author, name, copy } }: PullListEntry): string =>
  [shelfMark ?? noShelfMark, author ?? '', name, copy].join(separator)

/** Compares two keys of the pull list part by part, in Danish order. */
export const comparePullListKeys = (one: string, other: string): number => {
  const others = other.split(separator)
  const orders = one.split(separator).map((part, place) => danish.compare(part, others[place] ?? ''))
  return orders.find((order) => order !== 0) ?? 0
}

const byShelfMark = (one: PullListEntry, other: PullListEntry): number =>
  comparePullListKeys(pullListKey(one), pullListKey(other))

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
