import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measurementAgainstBar, httpLatencyAgainstBar, spreadAgainstBar, lendingAgainstBar } from './performance-bars'
import { eventStoreMeasures } from './event-store-measures'
import { generatedLedger, madeUpLedger, realLedger } from './ledgers-to-import'
import { measureBulkImport, measureImport, measureStoredBytes } from './measure-import'
import { measureLending, type LendingSize } from './lend/measure-lending'
import { measureHttpLending } from './lend/measure-http-lending'
import { measureSlowDiskLending } from './slow-disk/measure-slow-disk-lending'
import { erasingAgainstBars, erasingGrowth, rebuildAgainstBar, startAgainstBar } from './long-log/long-log-bars'
import { measureErasing, type ErasingSize } from './long-log/measure-erasing'
import { measureRebuild, type RebuildSize } from './long-log/measure-rebuild'
import { measurePages, type PagesSize } from './pages/measure-pages'
import { measureStart } from './long-log/measure-start'
import { measureRewrap } from './rewrap/measure-rewrap'
import { resultTable, type ResultLine } from './result-table'

interface Size {
  /** Rounds of B1 to B4. Undefined: each uses its default. */
  readonly rounds?: number
  readonly lending: LendingSize
  /** Copies that are lent over HTTP. */
  readonly overHttp: number
  /** Rounds on a slow disk, and the copies that are lent in each. */
  readonly slowDisk: { readonly copies: number; readonly rounds: number }
  /** Events in the log that is rebuilt and started with, and the rounds. */
  readonly longLog: RebuildSize
  readonly erasing: Omit<ErasingSize, 'living'>
  /** Living scopes beside those that are erased: few, and many. The time must not grow with them. */
  readonly livingScopes: readonly [number, number]
  /** Living keys that are wrapped anew. */
  readonly rewrappedKeys: number
  /** Borrowers of the library whose pages are opened, and how often each is. */
  readonly pages: PagesSize
  /** Loans of the generated ledgers that are imported: the cost of a loan must not depend on their number. */
  readonly generatedLoans: ReadonlyArray<number>
  /** Loans of the generated ledger whose stored bytes are measured. */
  readonly storedLoans: number
}

const full: Size = {
  lending: { pasts: [10, 100, 1000], copies: 256, borrowers: 4096, rounds: 16 },
  overHttp: 10_000,
  slowDisk: { copies: 512, rounds: 8 },
  longLog: { events: 1_000_000, rounds: 1 },
  erasing: { scopes: 10_000, rounds: 3, persons: 200 },
  livingScopes: [10_000, 1_000_000],
  rewrappedKeys: 1_000_000,
  pages: { borrowers: 100_000, requests: 200 },
  generatedLoans: [10_000, 100_000],
  storedLoans: 5000,
}

/** The smallest sizes, to check that everything runs. */
const quick: Size = {
  rounds: 1,
  lending: { pasts: [2, 4], copies: 64, borrowers: 64, rounds: 1 },
  overHttp: 100,
  slowDisk: { copies: 64, rounds: 1 },
  longLog: { events: 20_000, rounds: 1 },
  erasing: { scopes: 1000, rounds: 1, persons: 50 },
  livingScopes: [100, 2000],
  rewrappedKeys: 2000,
  pages: { borrowers: 200, requests: 5 },
  generatedLoans: [200],
  storedLoans: 200,
}

/** Selects measurements by name: `B2 B5` or `import` on the command line runs those alone. */
const createFilter = (args: ReadonlyArray<string>) => {
  const named = args.filter((arg) => /^(B\d+s?|import)$/.test(arg))
  return (name: string): boolean => named.length === 0 || named.includes(name)
}

/** B6, B7 and B10. */
const measureLongLogs = async (
  folder: string,
  { longLog, erasing, livingScopes }: Size,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyArray<ResultLine>> => {
  const lines: ResultLine[] = []
  if (isWanted('B6')) {
    lines.push(rebuildAgainstBar(30_000)(await measureRebuild('living')(folder, longLog)))
    lines.push(rebuildAgainstBar(100_000)(await measureRebuild('erased')(folder, longLog)))
  }
  if (isWanted('B7')) {
    const [few, many] = livingScopes
    const withFew = await measureErasing()(folder, { ...erasing, living: few })
    const withMany = await measureErasing()(folder, { ...erasing, living: many })
    lines.push(...erasingAgainstBars(withFew), ...erasingAgainstBars(withMany), erasingGrowth(withFew, withMany))
  }
  if (isWanted('B10')) lines.push(startAgainstBar(await measureStart()(folder, longLog.events, longLog.rounds)))
  return lines
}

const measure = async (
  folder: string,
  size: Size,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyArray<ResultLine>> => {
  const lines: ResultLine[] = []
  for (const [name, measureOne] of Object.entries(eventStoreMeasures))
    if (isWanted(name))
      lines.push(
        measurementAgainstBar(await measureOne(folder, size.rounds === undefined ? {} : { rounds: size.rounds })),
      )
  if (isWanted('B5')) {
    const lendingResults = await measureLending(folder, size.lending)
    lines.push(...lendingResults.map(lendingAgainstBar), spreadAgainstBar(lendingResults))
    lines.push(httpLatencyAgainstBar(await measureHttpLending(folder, size.overHttp, 500)))
  }
  if (isWanted('B5s')) lines.push(...(await measureSlowDiskLending(folder, size.slowDisk.copies, size.slowDisk.rounds)))
  lines.push(...(await measureLongLogs(folder, size, isWanted)))
  if (isWanted('import')) {
    lines.push(await measureImport(folder, madeUpLedger()))
    for (const loans of size.generatedLoans) lines.push(await measureImport(folder, generatedLedger(folder, loans)))
  }
  if (isWanted('B9')) lines.push(...(await measureStoredBytes(folder, generatedLedger(folder, size.storedLoans))))
  if (isWanted('B13')) lines.push(...(await measureRewrap(folder, size.rewrappedKeys)))
  if (isWanted('B15')) lines.push(...(await measurePages(folder, size.pages)))
  if (isWanted('B11')) {
    const ledger = (size === quick ? undefined : realLedger()) ?? madeUpLedger()
    lines.push(...(await measureBulkImport(folder, ledger)))
  }
  return lines
}

const main = async (args: ReadonlyArray<string>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-bench-'))
  try {
    const lines = await measure(folder, args.includes('--quick') ? quick : full, createFilter(args))
    console.log(args.includes('--json') ? JSON.stringify(lines, undefined, 2) : resultTable(lines))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
