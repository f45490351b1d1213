import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Places } from '../../../adapters/composition/truth/places'
import { standIn } from '../../fixtures/kurrentdb/stand-in'
import { serverFromBinaries } from '../../fixtures/postgres/binaries'
import { databasesForService } from '../../fixtures/postgres/for-service'
import { where } from '../../fixtures/postgres/where'
import type { Answer, Asked, Loan } from './lender'
import type { Waits } from './waits'

const borrowers = 256
/** How many loans for one caller after another, and for many at once. */
const [few, many] = [256, 1024]

/** A process of the library: what it is asked, and how it is left. */
const lender = () => {
  const child = fork(path.join(__dirname, 'lender.js'))
  const ask = (asked: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      child.once('message', (answer: Answer) => {
        if (answer.failed === undefined) resolve(answer)
        else reject(new Error(answer.failed))
      })
      child.send(asked)
    })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return { ask, leave: () => (child.disconnect(), gone) }
}
type Lender = ReturnType<typeof lender>

const share = (sorted: ReadonlyArray<number>, part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0

const tellWaits = (waits: Waits, loans: number): void => {
  for (const [name, { times, ms }] of Object.entries(waits).sort(([, one], [, other]) => other.ms - one.ms)) {
    const figures = [times / loans, ms / times, ms / loans].map((figure) => figure.toFixed(2).padStart(8))
    console.log(`  ${name.padEnd(34)} ${figures.join(' ')}`)
  }
}

/** Lends by some processes with so many callers each, and tells how fast, and what each loan waited for. */
const round = async (name: string, processes: ReadonlyArray<Lender>, loans: ReadonlyArray<Loan>, callers: number) => {
  const start = performance.now()
  const answers = await Promise.all(
    processes.map(({ ask }, place) => {
      const share = loans.filter((_, at) => at % processes.length === place)
      return ask({ _tag: 'Lend', loans: share, callers })
    }),
  )
  const seconds = (performance.now() - start) / 1000
  const took = answers.flatMap(({ took = [] }) => took).sort((a, b) => a - b)
  const figures = [loans.length / seconds, share(took, 0.5), share(took, 0.99)].map((figure) => figure.toFixed(1))
  console.log(
    `\n${name}: ${String(figures[0])} lends a second, p50 ${String(figures[1])} ms, p99 ${String(figures[2])} ms`,
  )
  console.log(`  ${'one of them, a loan'.padEnd(34)}    times  ms each  ms a loan`)
  const [first] = answers
  tellWaits(first?.waits ?? {}, first?.took?.length ?? 1)
}

const measure = async (places: Places, folder: string): Promise<void> => {
  const [one, other] = [lender(), lender()]
  const premises = { places, namespace: `lends${randomBytes(4).toString('hex')}`, ring: path.join(folder, 'ring') }
  await one.ask({ _tag: 'Open', ...premises, folder: path.join(folder, 'one') })
  await other.ask({ _tag: 'Open', ...premises, folder: path.join(folder, 'other') })
  const copies = Array.from({ length: few + 3 * many }, (_, at) => String(3_000_000_000 + at))
  const { borrowers: people = [] } = await one.ask({ _tag: 'Furnish', copies, borrowers })
  const all = copies.map((copy, at): Loan => ({ copy, borrower: people[at % people.length] ?? '' }))
  const next = (count: number) => all.splice(0, count)
  await round('warming up', [one, other], next(many), 32)
  await round('one process, one caller', [one], next(few), 1)
  await round('one process, 64 callers', [one], next(many), 64)
  await round('two processes, 32 callers each', [one, other], next(many), 32)
  await Promise.all([one.leave(), other.leave()])
}

/** The server that KURRENTDB_URL names, or a stand-in, which says nothing of a server's speed. */
const circulation = async () => {
  const named = process.env['KURRENTDB_URL'] ?? ''
  if (named !== '') return { connectionString: named, stop: () => undefined }
  console.log('KURRENTDB_URL names no server: a stand-in answers in its place')
  const server = standIn()
  await server.start()
  return { connectionString: server.connectionString(), stop: server.stop }
}

const run = async (): Promise<void> => {
  const found = where()
  if (found._tag !== 'Binaries') throw new Error('it needs the binaries of PostgreSQL on this machine')
  const postgres = await serverFromBinaries(found.folder)
  const cluster = await circulation()
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
