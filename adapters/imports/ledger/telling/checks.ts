import type { Rows } from '../../../../projections/kernel/rows'
import { circulationIn } from '../../../../projections/statistics/queries'
import type { Day } from '../../../../domain/values/day'
import { addMonths, monthOf, type Month } from '../../../../domain/values/month'
import type { LedgerLoan } from '../reading/ledger-loan'
import { monthsInFile } from './file-counts'
import type { Check } from './summary'

const monthsBetween = (first: Day, last: Day): ReadonlyArray<Month> => {
  const months: Month[] = []
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(1)(month)) months.push(month)
  return months
}

const check = (what: string, file: number, library: number): Check => ({ what, file, library, same: file === library })

/** What the library has counted from its open parts alone, side by side with what the file has. */
export const checksOf = (
  rows: Rows,
  loans: ReadonlyArray<LedgerLoan>,
  span: { readonly first: Day; readonly last: Day },
  expected: { readonly found: number; readonly never: number },
): ReadonlyArray<Check> => {
  const inFile = monthsInFile(loans)
  const months = monthsBetween(span.first, span.last).map((month) => ({
    ...circulationIn(month)(rows),
    file: inFile.get(month) ?? { loans: 0, returns: 0 },
  }))
  const sum = (of: (month: (typeof months)[number]) => number): number =>
    months.reduce((total, month) => total + of(month), 0)
  const inAll = months.length
  return [
    check(
      'loans',
      loans.length,
      sum((month) => month.loans),
    ),
    check(
      'returns',
      sum(({ file }) => file.returns),
      sum(({ returns, found }) => returns + found),
    ),
    check(
      'found after the bill',
      expected.found,
      sum(({ found }) => found),
    ),
    check(
      'billed as lost',
      expected.found + expected.never,
      sum(({ bills }) => bills),
    ),
    check(
      'months with the loans of the file',
      inAll,
      sum(({ file, loans: n }) => (file.loans === n ? 1 : 0)),
    ),
    check(
      'months with the returns of the file',
      inAll,
      sum(({ file, returns, found }) => (file.returns === returns + found ? 1 : 0)),
    ),
  ]
}
