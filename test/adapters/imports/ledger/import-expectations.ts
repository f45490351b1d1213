import type { ImportSummary } from '../../../../adapters/imports/ledger/report/import-summary'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { Month } from '../../../../domain/values/month'
import { circulationCountsOfMonth } from '../../../../projections/statistics/statistics-queries'
import type { IndependentCounts } from './independent-count'

/** Expects the figures of the independent count. */
export const expectSummaryCounts = (summary: ImportSummary, expected: IndependentCounts): void => {
  expect({
    rows: summary.rows,
    loans: summary.loans,
    rejects: Object.values(summary.rejects).reduce((sum, count) => sum + count, 0),
    partly: summary.returned.partly,
    never: summary.neverReturned,
    found: summary.foundAfterBill.whole,
    foundPartly: summary.foundAfterBill.partly,
    bills: summary.billsLevied,
    billKroner: summary.billsAmount / 100,
    fees: summary.feesLevied,
    feeKroner: summary.feesAmount / 100,
  }).toEqual({
    rows: expected.rows,
    loans: expected.loans,
    rejects: expected.rejects,
    partly: expected.partly,
    never: expected.never,
    found: expected.found,
    foundPartly: expected.foundPartly,
    bills: expected.bills,
    billKroner: expected.billKroner,
    fees: expected.fees,
    feeKroner: expected.feeKroner,
  })
  expect(summary.checks.filter(({ same }) => !same)).toEqual([])
}

/** Expects that the library counts the same loans and returns in each month as the file. */
export const expectMonthlyCounts = (library: RunningLibrary, expected: IndependentCounts): void => {
  for (const [month, loans] of expected.loansByMonth)
    expect([month, circulationCountsOfMonth(month as Month)(library.rows).loans]).toEqual([month, loans])
  for (const [month, returnCount] of expected.returnsByMonth) {
    const { returns, found } = circulationCountsOfMonth(month as Month)(library.rows)
    expect([month, returns + found]).toEqual([month, returnCount])
  }
}

/** Expects that no data was overdue at any midnight, and that every borrower and loan is erased. */
export const expectEverybodyErased = (summary: ImportSummary): void => {
  expect(summary.midnightsWithOverdue).toBe(0)
  expect(summary.borrowersErased).toBe(summary.borrowersRegistered)
  expect(summary.erasedScopes['loan']).toBe(summary.loans)
}
