import type { BorrowerId, TitleId } from '../../domain/values/ids'
import { isLoanRunning } from '../loans/loan-queries'
import { loansTable } from '../loans/loans-table'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { reservedCopiesTable } from './queue-tables'

/** The titles of which a copy is reserved for each of the borrowers, or lent to them. Two statements. */
export const titlesWithCopyOf =
  (borrowers: ReadonlyArray<BorrowerId>) =>
  (rows: ReadModelRows): ReadonlyMap<BorrowerId, ReadonlySet<TitleId>> => {
    const oneOf = { borrower: borrowers }
    const found = [
      ...rows.findColumns(reservedCopiesTable, ['borrower', 'title'], { oneOf }),
      ...rows.findColumns(loansTable, ['borrower', 'title', 'endedOn'], { oneOf }).filter(isLoanRunning),
    ]
    return new Map(
      borrowers.map((borrower) => [
        borrower,
        new Set(found.filter((one) => one.borrower === borrower).map(({ title }) => title)),
      ]),
    )
  }
