import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import { circulationCountsOfMonth } from '../../../../projections/statistics/statistics-queries'
import type { Day } from '../../../../domain/values/day'
import { addMonths, monthOf, type Month } from '../../../../domain/values/month'
import type { Ledger } from '../reading/read-ledger'
import { countLedgerLoansByMonth, countLedgerLoanLines } from './ledger-counts'
import type { LedgerCountCheck } from './import-summary'

const monthsBetween = (first: Day, last: Day): ReadonlyArray<Month> => {
  const months: Month[] = []
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(1)(month)) months.push(month)
  return months
}

const toCountCheck = (what: string, file: number, library: number): LedgerCountCheck => ({
  what,
  file,
  library,
  same: file === library,
})

/** Compares the counts of the library, made from open parts alone, with the counts of the file. */
export const compareLedgerCounts = (
  rows: ReadModelRows,
  ledger: Ledger,
  span: { readonly first: Day; readonly last: Day },
  expected: { readonly found: number; readonly never: number },
): ReadonlyArray<LedgerCountCheck> => {
  const countsInFile = countLedgerLoansByMonth(ledger.loans)
  const months = monthsBetween(span.first, span.last).map((month) => ({
    ...circulationCountsOfMonth(month)(rows),
    file: countsInFile.get(month) ?? { loans: 0, returns: 0 },
  }))
  const sum = (of: (month: (typeof months)[number]) => number): number =>
    months.reduce((total, month) => total + of(month), 0)
  const monthCount = months.length
  return [
    toCountCheck(
      'loans',
      countLedgerLoanLines(ledger),
      sum((month) => month.loans),
    ),
    toCountCheck(
      'returns',
      sum(({ file }) => file.returns),
      sum(({ returns, found }) => returns + found),
    ),
    toCountCheck(
      'found after the bill',
      expected.found,
      sum(({ found }) => found),
    ),
    toCountCheck(
      'billed as lost',
      expected.found + expected.never,
      sum(({ bills }) => bills),
    ),
    toCountCheck(
      'months with the loans of the file',
      monthCount,
      sum(({ file, loans: n }) => (file.loans === n ? 1 : 0)),
    ),
    toCountCheck(
      'months with the returns of the file',
      monthCount,
      sum(({ file, returns, found }) => (file.returns === returns + found ? 1 : 0)),
    ),
  ]
}
