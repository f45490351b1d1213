import { randomBytes } from 'node:crypto'
import { createHttp } from '../../../adapters/interfaces/http/create-http'
import { listen } from '../../../adapters/interfaces/http/listen'
import { demoIssuer } from '../../../adapters/interfaces/http/tokens/demo-issuer'
import { createLog } from '../../../adapters/system/telemetry/log'
import { createMetrics } from '../../../adapters/system/telemetry/metrics'
import { lend } from '../../../domain/use-cases/lend'
import { noonOf } from '../../../domain/values/instant'
import type { CopyId } from '../../../domain/values/ids'
import { right } from '../../fixtures/right'
import { branch } from './branch'
import { countWork, works, type Counts } from './counters'
import { busyLibrary, today, type BusyLibrary } from './library'
import { byCallers } from './side-by-side'

/** What one lend costs: counts of work for each lend, in one way of lending. */
export interface CountedLend {
  readonly way: string
  readonly perLend: Counts
}

type Lend = (copy: CopyId, place: number) => Promise<void>

const inProcess =
  ({ system, borrowers }: BusyLibrary): Lend =>
  async (copy, place) => {
    const borrower = borrowers[place % borrowers.length]
    if (borrower === undefined) throw new Error('a library needs borrowers')
    const acted = { at: noonOf(today), origin: { _tag: 'Keyed', key: `request ${copy}` } as const }
    right(await lend(system.library)({ copy, borrower, branch, ...acted })())
  }

const overHttp = async ({ system, borrowers }: BusyLibrary) => {
  const secret = randomBytes(32)
  const issuer = right(await demoIssuer({ environment: 'test', clock: 'simulated', folder: 'demo', secret }))
  const log = createLog({ write: () => undefined })
  const app = createHttp({ system, tokens: issuer.tokens, log, metrics: createMetrics(), mode: 'trial' })
  const { url, close } = await listen(app, { host: '127.0.0.1', port: 0 })
  const token = await issuer.tokenFor({ role: 'staff', subject: 'demo-staff' })
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const post: Lend = async (copy, place) => {
    const body = JSON.stringify({ copy, borrower: borrowers[place % borrowers.length], branch })
    const each = { ...headers, 'Idempotency-Key': copy }
    const { status } = await fetch(`${url}/loans`, { method: 'POST', headers: each, body })
    if (status !== 201) throw new Error(`lending answered ${String(status)}`)
  }
  return { post, close }
}

/** Lends copies by so many callers; what follows from them, and the read models, are waited for. */
const lendAll = async ({ system }: BusyLibrary, callers: number, copies: ReadonlyArray<CopyId>, one: Lend) => {
  const places = new Map(copies.map((copy, place) => [copy, place]))
  await byCallers(callers)(copies, (copy) => one(copy, places.get(copy) ?? 0))
  right(await system.library.reactionsDone())
  right(await system.reach())
}

const eachWay = 200

/** Counts the work of a lend: alone, among 64 callers, and alone over HTTP (a client's promises included). */
export const countedLends = async (folder: string): Promise<ReadonlyArray<CountedLend>> => {
  const counts = countWork()
  const busy = await busyLibrary(folder, [10], 4 * eachWay, 4 * eachWay)
  const copies = busy.shelves[0]?.copies ?? []
  const http = await overHttp(busy)
  const ways = [
    { way: 'first', callers: 1, one: inProcess(busy) },
    { way: 'one caller', callers: 1, one: inProcess(busy) },
    { way: '64 callers', callers: 64, one: inProcess(busy) },
    { way: 'one caller over HTTP', callers: 1, one: http.post },
  ]
  const counted: CountedLend[] = []
  for (const [turn, { way, callers, one }] of ways.entries()) {
    counts()
    await lendAll(busy, callers, copies.slice(turn * eachWay, (turn + 1) * eachWay), one)
    const all = counts()
    const perLend = Object.fromEntries(works.map((work) => [work, all[work] / eachWay])) as Counts
    counted.push({ way, perLend })
  }
  await http.close()
  await busy.system.close()
  return counted.slice(1)
}

/** The counts as a table, a line for each kind of work. */
export const tableOfCounts = (counted: ReadonlyArray<CountedLend>): string => {
  const cells = (name: string, values: ReadonlyArray<string>): string =>
    name.padEnd(34) + values.map((value) => value.padStart(22)).join('')
  return [
    cells(
      'work a lend',
      counted.map(({ way }) => way),
    ),
    ...works.map((work) =>
      cells(
        work,
        counted.map(({ perLend }) => perLend[work].toFixed(2)),
      ),
    ),
  ].join('\n')
}
