import type { BranchId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { missingCopiesTable, type CopyRow } from './copies-table'
import { copyById } from './copy-queries'
import { branchOfShelfMarkSortKey, compareShelfMarkKeys, shelfMarkKey } from './shelf-mark-order'

const missingCopiesAt =
  (branch: BranchId) =>
  (rows: ReadModelRows): ReadonlyArray<CopyRow> =>
    rows.find(missingCopiesTable, { where: { branch } }).flatMap(({ copy }) => copyById(copy)(rows) ?? [])

/**
 * The copies that were looked for and not found, after a key of a shelf mark ('' for the first), branch by branch. Whole
 * branches are read until there are `count` copies, so there may be more.
 */
export const missingCopiesAfterShelfMark =
  (key: string, count: number) =>
  (rows: ReadModelRows): ReadonlyArray<CopyRow> => {
    const copies: CopyRow[] = []
    const first = branchOfShelfMarkSortKey(key) as BranchId
    let next = findFirstRow(rows, missingCopiesTable, { atLeast: { branch: first }, orderBy: ['branch'] })
    while (next !== undefined && copies.length < count) {
      const { branch } = next
      const found = missingCopiesAt(branch)(rows)
      copies.push(...found.filter((copy) => compareShelfMarkKeys(shelfMarkKey(copy), key) > 0))
      next = findFirstRow(rows, missingCopiesTable, { greaterThan: { branch }, orderBy: ['branch'] })
    }
    return copies
  }
