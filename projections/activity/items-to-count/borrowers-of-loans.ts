import type { BorrowerId, LoanId } from '../../../domain/values/ids'
import { loansTable } from '../../loans/loans-table'
import type { ReadModelRows } from '../../read-model/read-model-rows'

/** The borrowers of a list of loans, which is sorted by id. A forgotten loan has none. */
export const borrowersOfLoans =
  (sorted: ReadonlyArray<{ readonly loan: LoanId }>) =>
  (rows: ReadModelRows): ReadonlyMap<LoanId, BorrowerId> => {
    const [first, last] = [sorted[0], sorted.at(-1)]
    if (first === undefined || last === undefined) return new Map()
    const between = { atLeast: { loan: first.loan }, atMost: { loan: last.loan } }
    const found = rows.findColumns(loansTable, ['loan', 'borrower'], between)
    return new Map(found.map(({ loan, borrower }) => [loan, borrower]))
  }
