import type { BorrowerId } from '../../domain/values/ids'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { blocksTable } from './borrower-tables'

/** Those of the borrowers who have died: block `D`, from the CPR register or by staff. */
export const deceasedAmong =
  (borrowers: ReadonlyArray<BorrowerId>) =>
  (rows: ReadModelRows): ReadonlySet<BorrowerId> =>
    new Set(
      rows
        .findColumns(blocksTable, ['borrower'], { where: { reason: 'D' }, oneOf: { borrower: borrowers } })
        .map(({ borrower }) => borrower),
    )

export const isDeceased =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): boolean =>
    deceasedAmong([borrower])(rows).has(borrower)

/** The borrowers who have died and are not erased yet, sorted by their random ids. */
export const deceasedBorrowers = (rows: ReadModelRows): ReadonlyArray<BorrowerId> =>
  rows
    .findColumns(blocksTable, ['borrower'], { where: { reason: 'D' }, orderBy: ['borrower'] })
    .map((row) => row.borrower)
