import { monthOf, type Month } from '../../../../domain/values/month'
import type { LedgerLoan } from '../reading/ledger-loan'

/** Which borrowers borrow in which months, by the keys of the ledger. */
export interface LedgerBorrowersByMonth {
  /** The key and name of each borrower of a month. The name comes from the first row of the month that has one. */
  readonly borrowersIn: (month: Month) => ReadonlyMap<string, string>
  /** Latest first. */
  readonly monthsOf: (borrower: string) => ReadonlyArray<Month>
}

export const indexLedgerBorrowersByLoanMonth = (loans: ReadonlyArray<LedgerLoan>): LedgerBorrowersByMonth => {
  const byMonth = new Map<Month, Map<string, string>>()
  for (const { lentOn, borrower, borrowerName } of loans) {
    const month = monthOf(lentOn)
    const names = byMonth.get(month) ?? new Map<string, string>()
    byMonth.set(month, names.set(borrower, names.get(borrower) || borrowerName))
  }
  const byBorrower = new Map<string, Month[]>()
  for (const month of [...byMonth.keys()].sort().reverse())
    for (const borrower of byMonth.get(month)?.keys() ?? [])
      byBorrower.set(borrower, [...(byBorrower.get(borrower) ?? []), month])
  return {
    borrowersIn: (month) => byMonth.get(month) ?? new Map(),
    monthsOf: (borrower) => byBorrower.get(borrower) ?? [],
  }
}
