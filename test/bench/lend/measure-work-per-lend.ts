import { randomBytes } from 'node:crypto'
import { createHttpApp } from '../../../adapters/interfaces/http/create-http-app'
import { startHttpServer } from '../../../adapters/interfaces/http/start-http-server'
import { createDemoIssuer } from '../../../adapters/interfaces/http/tokens/demo-issuer'
import { createLogger } from '../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../adapters/system/telemetry/metrics'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { noonOf } from '../../../domain/values/instant'
import type { CopyId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { benchBranch } from './bench-branch'
import { countWork, kindsOfWork, type WorkCounts } from './count-work'
import { openBusyLibrary, busyLibraryFirstDay, type BusyLibrary } from './busy-library'
import { runWithCallers } from './run-with-callers'

/** The work of one lend, for one way of lending. */
export interface WorkPerLend {
  readonly way: string
  readonly perLend: WorkCounts
}

type Lend = (copy: CopyId, index: number) => Promise<void>

const lendInProcess =
  ({ library, borrowers }: BusyLibrary): Lend =>
  async (copy, index) => {
    const borrower = borrowers[index % borrowers.length]
    if (borrower === undefined) throw new Error('the library has no borrowers')
    const metadata = { at: noonOf(busyLibraryFirstDay), origin: { _tag: 'Keyed', key: `request ${copy}` } as const }
    const request = { copy, borrower, branch: benchBranch, ...metadata }
    rightOrThrow(await lendCopy(library.useCaseDependencies)(request)())
  }

/** Serves the library over HTTP. Answers how to lend, and how to stop. */
const serveLending = async ({ library, borrowers }: BusyLibrary) => {
  const secret = randomBytes(32)
  const issuer = rightOrThrow(await createDemoIssuer({ environment: 'test', folder: 'demo', secret }))
  const logger = createLogger({ write: () => undefined })
  const { tokenVerifier } = issuer
  const app = createHttpApp({
    library,
    tokenVerifier,
    logger,
    metrics: createMetrics(),
    publicUrl: 'https://bibliotek.example.dk',
    mode: 'trial',
  })
  const { url, close } = await startHttpServer(app, { host: '127.0.0.1', port: 0 })
  const token = await issuer.tokenFor({ role: 'staff', subject: 'demo-staff' })
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const lend: Lend = async (copy, index) => {
    const body = JSON.stringify({ copy, borrower: borrowers[index % borrowers.length], branch: benchBranch })
    const each = { ...headers, 'Idempotency-Key': copy }
    const { status } = await fetch(`${url}/loans`, { method: 'POST', headers: each, body })
    if (status !== 201) throw new Error(`lending answered ${String(status)}`)
  }
  return { lend, close }
}

/** Lends the copies with a number of callers. Waits until reactions and read models have caught up. */
const lendCopies = async ({ library }: BusyLibrary, callers: number, copies: ReadonlyArray<CopyId>, lend: Lend) => {
  const indexes = new Map(copies.map((copy, index) => [copy, index]))
  await runWithCallers(callers)(copies, (copy) => lend(copy, indexes.get(copy) ?? 0))
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  rightOrThrow(await library.catchUpReadModels())
}

/** How many copies are lent in each way. */
const lendsPerWay = 200

/** Measures the work of a lend by one caller, by 64 callers, and by one caller over HTTP with the promises of the client. */
export const measureWorkPerLend = async (folder: string): Promise<ReadonlyArray<WorkPerLend>> => {
  const takeCounts = countWork()
  const busy = await openBusyLibrary(folder, [10], 4 * lendsPerWay, 4 * lendsPerWay)
  const copies = busy.copiesByPast[0]?.copies ?? []
  const http = await serveLending(busy)
  const ways = [
    { way: 'first', callers: 1, lend: lendInProcess(busy) },
    { way: 'one caller', callers: 1, lend: lendInProcess(busy) },
    { way: '64 callers', callers: 64, lend: lendInProcess(busy) },
    { way: 'one caller over HTTP', callers: 1, lend: http.lend },
  ]
  const measured: WorkPerLend[] = []
  for (const [turn, { way, callers, lend }] of ways.entries()) {
    takeCounts()
    await lendCopies(busy, callers, copies.slice(turn * lendsPerWay, (turn + 1) * lendsPerWay), lend)
    const counts = takeCounts()
    const perLend = Object.fromEntries(kindsOfWork.map((work) => [work, counts[work] / lendsPerWay])) as WorkCounts
    measured.push({ way, perLend })
  }
  await http.close()
  await busy.library.close()
  return measured.slice(1)
}

/** Formats the counts as a table with a line for each kind of work. */
export const workTable = (measured: ReadonlyArray<WorkPerLend>): string => {
  const cells = (name: string, values: ReadonlyArray<string>): string =>
    name.padEnd(34) + values.map((value) => value.padStart(22)).join('')
  return [
    cells(
      'work per lend',
      measured.map(({ way }) => way),
    ),
    ...kindsOfWork.map((work) =>
      cells(
        work,
        measured.map(({ perLend }) => perLend[work].toFixed(2)),
      ),
    ),
  ].join('\n')
}
