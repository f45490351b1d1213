import type { ImportSummary } from '../../../../adapters/imports/ledger/telling/summary'
import type { System } from '../../../../adapters/processes/running/system'
import type { Month } from '../../../../domain/values/month'
import { circulationIn } from '../../../../projections/statistics/queries'
import type { Counted } from './independent-count'

/** That an import came to what an independent count says, and left nothing of anybody. */
export const expectCounted = (summary: ImportSummary, counted: Counted): void => {
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
    rows: counted.rows,
    loans: counted.loans,
    rejects: counted.rejects,
    partly: counted.partly,
    never: counted.never,
    found: counted.found,
    foundPartly: counted.foundPartly,
    bills: counted.bills,
    billKroner: counted.billKroner,
    fees: counted.fees,
    feeKroner: counted.feeKroner,
  })
  expect(summary.checks.filter(({ same }) => !same)).toEqual([])
}

/** That the library has counted the same loans and returns in each month as the file has. */
export const expectSameMonths = (system: System, counted: Counted): void => {
  for (const [month, loans] of counted.loansByMonth)
    expect([month, circulationIn(month as Month)(system.rows).loans]).toEqual([month, loans])
  for (const [month, back] of counted.returnsByMonth) {
    const { returns, found } = circulationIn(month as Month)(system.rows)
    expect([month, returns + found]).toEqual([month, back])
  }
}

/** That nobody was overdue at any midnight, and nobody is left. */
export const expectForgotten = (summary: ImportSummary): void => {
  expect(summary.midnightsWithOverdue).toBe(0)
  expect(summary.borrowersErased).toBe(summary.borrowersRegistered)
  expect(summary.erasedScopes['loan']).toBe(summary.loans)
}

/** That no key is left either. After a failure one may be: made for an event that was never written, it seals nothing. */
export const expectNoKeys = ({ livingKeys }: ImportSummary): void => {
  expect(livingKeys).toBe(0)
}
