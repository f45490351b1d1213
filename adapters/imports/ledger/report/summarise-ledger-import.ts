import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import { borrowersTable } from '../../../../projections/borrowers/borrower-tables'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import { leviedFeeCountsTable, erasedScopeCountsTable } from '../../../../projections/statistics/statistics-tables'
import { partlyKnownDayRuleText } from '../reading/earliest-possible-return-day'
import type { RunningImport } from '../replay/running-import'
import { compareLedgerCounts } from './compare-ledger-counts'
import {
  countBorrowersWithSeveralNames,
  countLedgerReturns,
  isReturnedAfterBill,
  countRejectReasons,
} from './ledger-counts'
import type { ImportSummary } from './import-summary'

const countErasedByClass = (rows: ReadModelRows): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { class: name, scopes } of rows.find(erasedScopeCountsTable, { orderBy: ['class'] }))
    counts[name] = (counts[name] ?? 0) + scopes
  return counts
}

const countLivingKeys = async (library: RunningLibrary): Promise<number | string> =>
  (await library.keyStoreStatus()).living ?? 'unknown'

const countDistinct = (values: Iterable<string>): number => new Set(values).size

/** Summarises an import: the counts of the file, and the counts of the library, which hold no personal data. */
export const summariseLedgerImport = async (
  runningImport: RunningImport,
  resumed: boolean,
  startedAt: number,
  machine: MonotonicClock,
): Promise<ImportSummary> => {
  const { library, ledger, plan, counters, options } = runningImport
  const { rows, useCaseDependencies: dependencies } = library
  const { loans } = ledger
  const found = countLedgerReturns(loans.filter(isReturnedAfterBill(dependencies.policy, options)))
  const neverReturned = loans.filter(({ returned }) => returned._tag === 'Never').length
  const today = dependencies.commandHandling.clock.today()
  const seconds = (machine.elapsed() - startedAt) / 1000
  const erasedScopes = countErasedByClass(rows)
  const borrowersErased = erasedScopes['borrower'] ?? 0
  const { copies, titles } = plan.countAcquisitions()
  return {
    resumed,
    fingerprint: ledger.fingerprint,
    lines: ledger.lines,
    rows: ledger.rows,
    loans: loans.length,
    rejects: countRejectReasons(ledger.rejects),
    returned: countLedgerReturns(loans),
    partlyKnownRule: partlyKnownDayRuleText,
    neverReturned,
    foundAfterBill: found,
    billedAsLost: found.whole + found.partly + neverReturned,
    feesLevied: rows.sum(leviedFeeCountsTable, 'fees', { where: { kind: 'lateness' } }),
    billsLevied: rows.sum(leviedFeeCountsTable, 'fees', { where: { kind: 'compensation' } }),
    feesAmount: counters.fees.amount,
    billsAmount: counters.bills.amount,
    amountsSince: counters.since,
    borrowersInFile: countDistinct(loans.map(({ borrower }) => borrower)),
    borrowersWithSeveralNames: countBorrowersWithSeveralNames(loans),
    borrowersRegistered: borrowersErased + rows.count(borrowersTable, {}),
    borrowersErased,
    erasedScopes,
    livingKeys: await countLivingKeys(library),
    copies,
    titles,
    firstDay: plan.first,
    lastRowDay: plan.last,
    today,
    daysSimulated: counters.days,
    midnightsWithOverdue: counters.midnightsWithOverdue,
    checks: compareLedgerCounts(
      rows,
      ledger,
      { first: plan.first, last: today },
      { found: found.whole + found.partly, never: neverReturned },
    ),
    commands: counters.commands,
    seconds,
    commandsPerSecond: Math.round(counters.commands / seconds),
  }
}
