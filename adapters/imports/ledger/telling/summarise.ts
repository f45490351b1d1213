import type { System } from '../../../processes/running/system'
import type { MachineClock } from '../../../../domain/ports/clocks'
import { borrowers } from '../../../../projections/borrowers/rows'
import type { Rows } from '../../../../projections/kernel/rows'
import { feesLevied, scopesErased } from '../../../../projections/statistics/rows'
import { partlyKnownRule } from '../reading/partly-known'
import type { Running } from '../simulating/running'
import { checksOf } from './checks'
import { apart, comesBackAfterBill, countReasons } from './file-counts'
import type { ImportSummary } from './summary'

const erasedByClass = (rows: Rows): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { class: name, scopes } of rows.find(scopesErased, { orderBy: ['class'] }))
    counts[name] = (counts[name] ?? 0) + scopes
  return counts
}

const livingKeys = async (system: System): Promise<number | string> =>
  (await system.keysStatus())['living'] ?? 'not known'

const distinct = (things: Iterable<string>): number => new Set(things).size

/** Sums an import up: the file's own figures, and what the library has counted without knowing who. */
export const summarise = async (
  running: Running,
  resumed: boolean,
  began: number,
  machine: MachineClock,
): Promise<ImportSummary> => {
  const { system, ledger, plan, tally, options } = running
  const { rows, library } = system
  const { loans } = ledger
  const found = apart(loans.filter(comesBackAfterBill(library.policy, options)))
  const neverReturned = loans.filter(({ returned }) => returned._tag === 'Never').length
  const today = library.desk.clock.today()
  const seconds = (machine.elapsed() - began) / 1000
  const erasedScopes = erasedByClass(rows)
  const borrowersErased = erasedScopes['borrower'] ?? 0
  const { copies, titles } = plan.bought()
  return {
    resumed,
    fingerprint: ledger.fingerprint,
    rows: ledger.rows,
    loans: loans.length,
    rejects: countReasons(ledger.rejects),
    returned: apart(loans),
    partlyKnownRule,
    neverReturned,
    foundAfterBill: found,
    billedAsLost: found.whole + found.partly + neverReturned,
    feesLevied: rows.total(feesLevied, 'fees', { where: { kind: 'lateness' } }),
    billsLevied: rows.total(feesLevied, 'fees', { where: { kind: 'compensation' } }),
    feesAmount: tally.fees.amount,
    billsAmount: tally.bills.amount,
    amountsSince: tally.since,
    borrowersInFile: distinct(loans.map(({ borrower }) => borrower)),
    borrowersRegistered: borrowersErased + rows.count(borrowers, {}),
    borrowersErased,
    erasedScopes,
    livingKeys: await livingKeys(system),
    copies,
    titles,
    firstDay: plan.first,
    lastRowDay: plan.last,
    today,
    daysSimulated: tally.days,
    midnightsWithOverdue: tally.midnightsWithOverdue,
    checks: checksOf(
      rows,
      loans,
      { first: plan.first, last: today },
      { found: found.whole + found.partly, never: neverReturned },
    ),
    commands: tally.commands,
    seconds,
    commandsPerSecond: Math.round(tally.commands / seconds),
  }
}
