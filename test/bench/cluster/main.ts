import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StoreServerAddresses } from '../../../adapters/composition/stores/store-server-addresses'
import { kurrentStandIn } from '../../fixtures/kurrentdb/kurrent-stand-in'
import { startPostgresFromBinaries } from '../../fixtures/postgres/postgres-from-binaries'
import { databasesForService } from '../../fixtures/postgres/databases-for-service'
import { findPostgres } from '../../fixtures/postgres/find-postgres'
import type { ProcessAnswer, ProcessRequest, LoanToMake } from './library-process'
import { serverCpuTime } from './server-cpu-time'
import type { WaitTimes } from './wait-times'

const borrowers = 256
/** The number of loans with one caller, and with many callers. */
const [few, many] = [256, 1024]

/** Starts a process of the library. `ask` sends a request and answers the reply; `stop` ends the process. */
const startLibraryProcess = () => {
  const child = fork(path.join(__dirname, 'library-process.js'))
  const ask = (request: ProcessRequest): Promise<ProcessAnswer> =>
    new Promise((resolve, reject) => {
      child.once('message', (answer: ProcessAnswer) => {
        if (answer.failure === undefined) resolve(answer)
        else reject(new Error(answer.failure))
      })
      child.send(request)
    })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return { ask, stop: () => (child.disconnect(), exited) }
}
type LibraryProcess = ReturnType<typeof startLibraryProcess>

const percentile = (sorted: ReadonlyArray<number>, fraction: number): number =>
  sorted[Math.floor(sorted.length * fraction)] ?? 0

const printWaitTimes = (waitTimes: WaitTimes, loans: number): void => {
  for (const [name, { times, ms }] of Object.entries(waitTimes).sort(([, one], [, other]) => other.ms - one.ms)) {
    const figures = [times / loans, ms / times, ms / loans].map((figure) => figure.toFixed(2).padStart(8))
    console.log(`  ${name.padEnd(34)} ${figures.join(' ')}`)
  }
}

const printCpuTimes = (cpuMs: Readonly<Record<string, number>>, loans: number): string =>
  Object.entries(cpuMs)
    .map(([name, ms]) => `${name} ${(ms / loans).toFixed(2)}`)
    .join(', ')

/** Lends with several processes and callers, and prints the rate, the latency, CPU time and the times waited for stores. */
const measureRound = async (
  name: string,
  processes: ReadonlyArray<LibraryProcess>,
  loans: ReadonlyArray<LoanToMake>,
  callers: number,
) => {
  const serversBefore = serverCpuTime()
  const start = performance.now()
  const answers = await Promise.all(
    processes.map(({ ask }, index) => {
      const loansOfProcess = loans.filter((_, at) => at % processes.length === index)
      return ask({ _tag: 'Lend', loans: loansOfProcess, callers })
    }),
  )
  const seconds = (performance.now() - start) / 1000
  const serversAfter = serverCpuTime()
  const lendingMs = answers.flatMap(({ lendingMs = [] }) => lendingMs).sort((a, b) => a - b)
  const figures = [loans.length / seconds, percentile(lendingMs, 0.5), percentile(lendingMs, 0.99)].map((figure) =>
    figure.toFixed(1),
  )
  console.log(
    `\n${name}: ${String(figures[0])} lends a second, p50 ${String(figures[1])} ms, p99 ${String(figures[2])} ms`,
  )
  const cpuMs = {
    'library processes': answers.reduce((sum, { cpuMs: ms = 0 }) => sum + ms, 0),
    PostgreSQL: serversAfter.postgres - serversBefore.postgres,
    KurrentDB: serversAfter.kurrentdb - serversBefore.kurrentdb,
  }
  console.log(`  CPU ms a loan: ${printCpuTimes(cpuMs, loans.length)}`)
  console.log(`  ${'first process, for each loan'.padEnd(34)}    times  ms each  ms a loan`)
  const [first] = answers
  printWaitTimes(first?.waitTimes ?? {}, first?.lendingMs?.length ?? 1)
}

const measure = async (addresses: StoreServerAddresses, folder: string): Promise<void> => {
  const [first, second] = [startLibraryProcess(), startLibraryProcess()]
  const location = { addresses, namespace: `lends${randomBytes(4).toString('hex')}`, ring: path.join(folder, 'ring') }
  await first.ask({ _tag: 'Open', ...location, folder: path.join(folder, 'first') })
  await second.ask({ _tag: 'Open', ...location, folder: path.join(folder, 'second') })
  const copies = Array.from({ length: few + 3 * many }, (_, at) => String(3_000_000_000 + at))
  const { borrowers: people = [] } = await first.ask({ _tag: 'AddCopiesAndBorrowers', copies, borrowers })
  const all = copies.map((copy, at): LoanToMake => ({ copy, borrower: people[at % people.length] ?? '' }))
  const next = (count: number) => all.splice(0, count)
  await measureRound('warming up', [first, second], next(many), 32)
  await measureRound('one process, one caller', [first], next(few), 1)
  await measureRound('one process, 64 callers', [first], next(many), 64)
  await measureRound('two processes, 32 callers each', [first, second], next(many), 32)
  await Promise.all([first.stop(), second.stop()])
}

/** The server of KURRENTDB_URL, or a stand-in. The stand-in does not show the speed of a real server. */
const startCirculationServer = async () => {
  const named = process.env['KURRENTDB_URL'] ?? ''
  if (named !== '') return { connectionString: named, stop: () => undefined }
  console.log('KURRENTDB_URL is not set: using a stand-in')
  const server = kurrentStandIn()
  await server.start()
  return { connectionString: server.connectionString(), stop: server.stop }
}

const run = async (): Promise<void> => {
  const found = findPostgres()
  if (found._tag !== 'Binaries') throw new Error('this bench needs the binaries of PostgreSQL on this machine')
  const postgres = await startPostgresFromBinaries(found.folder)
  const cluster = await startCirculationServer()
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-bench-'))
  try {
    const { persons, keys } = await databasesForService(postgres)
    await measure({ circulation: cluster.connectionString, persons, keys }, folder)
  } finally {
    cluster.stop()
    await postgres.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
