import { randomBytes, randomUUID } from 'node:crypto'
import { either } from 'fp-ts'
import { Pool } from 'pg'
import { openPostgresLog } from '../../adapters/eventstore/postgres/open-log'
import { streamOf } from '../../domain/event/stream'
import type { EventId } from '../../domain/language/ids'
import type { EventStore, StoredEvent } from '../../domain/ports/event-store'
import { serverFromBinaries } from '../fixtures/postgres/binaries'
import { where } from '../fixtures/postgres/where'

const open = JSON.stringify({ borrower: randomUUID(), month: '2026-11', statistics: randomUUID() })
const sealed = randomBytes(200)
const event = (): StoredEvent => ({
  id: randomUUID() as EventId,
  type: 'BorrowerSeen',
  version: 1,
  recorded: '2026-11',
  open,
  sealed,
})

const table = `CREATE TABLE events (position bigserial PRIMARY KEY, stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL, id uuid NOT NULL, type text NOT NULL, version integer NOT NULL, recorded text NOT NULL,
  open text NOT NULL, sealed bytea NOT NULL); CREATE UNIQUE INDEX ON events (stream, revision);`

const insert = {
  name: 'insert',
  text: `INSERT INTO events (stream, revision, id, type, version, recorded, open, sealed)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
}
const select = { name: 'select', text: 'SELECT * FROM events WHERE position > $1 ORDER BY position LIMIT 512' }

/** One thing a caller does again and again. */
type Caller = () => Promise<void>

const ours = (store: EventStore): Caller => {
  const stream = streamOf('borrower')(randomUUID())
  let revision: number | 'none' = 'none'
  return async () => {
    const appended = await store.append(stream, revision, [event()])()
    if (either.isLeft(appended)) throw new Error(appended.left._tag)
    revision = appended.right.revision
  }
}

const bare = (pool: Pool): Caller => {
  const stream = streamOf('borrower')(randomUUID())
  let revision = 0
  return async () => {
    const { id, type, version, recorded } = event()
    await pool.query({ ...insert, values: [stream, revision++, id, type, version, recorded, open, sealed] })
  }
}

const perSecond = async (callers: ReadonlyArray<Caller>, times: number): Promise<number> => {
  const began = performance.now()
  await Promise.all(
    callers.map(async (call) => {
      for (let at = 0; at < times; at += 1) await call()
    }),
  )
  return Math.round((callers.length * times * 1000) / (performance.now() - began))
}

const readPerSecond = async (read: () => Promise<number>): Promise<number> => {
  const began = performance.now()
  return Math.round(((await read()) * 1000) / (performance.now() - began))
}

const readStore = async (store: EventStore): Promise<number> => {
  let count = 0
  for await (const page of store.readAll({})) count += page.length
  return count
}

const readBare = async (pool: Pool): Promise<number> => {
  let count = 0
  for (let after = 0; ;) {
    const { rows } = await pool.query<{ readonly position: string }>({ ...select, values: [after] })
    if (rows.length === 0) return count
    count += rows.length
    after = Number(rows.at(-1)?.position)
  }
}

const median = (figures: ReadonlyArray<number>): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

const sideBySide = async (name: string, our: () => Promise<number>, their: () => Promise<number>): Promise<void> => {
  const rounds: Array<readonly [number, number]> = []
  for (let round = 0; round < 5; round += 1) rounds.push([await our(), await their()])
  const [mine, theirs] = [median(rounds.map(([one]) => one)), median(rounds.map(([, other]) => other))]
  console.log(`${name}: ${mine}/s, the bare client ${theirs}/s, ${(mine / theirs).toFixed(2)} of it`)
}

const callers = (count: number, make: () => Caller): ReadonlyArray<Caller> => Array.from({ length: count }, make)

const main = async (): Promise<void> => {
  const found = where()
  if (found._tag !== 'Binaries') throw new Error('it needs the binaries of PostgreSQL on this machine')
  const server = await serverFromBinaries(found.folder)
  const url = await server.newDatabase()
  const beside = await server.newDatabase()
  await server.run(beside, table)
  const log = await openPostgresLog(url)()
  if (either.isLeft(log)) {
    await server.dispose()
    throw new Error(log.left.reason)
  }
  const store = log.right
  const pools = [8, 64].map((max) => new Pool({ connectionString: beside, max }))
  const [pool, wide] = pools as [Pool, Pool]
  try {
    const [one, other] = [ours(store), bare(pool)]
    await sideBySide(
      'append one event, one caller',
      () => perSecond([one], 1000),
      () => perSecond([other], 1000),
    )
    const [many, others] = [callers(64, () => ours(store)), callers(64, () => bare(pool))]
    await sideBySide(
      '64 callers, the client with 8 connections',
      () => perSecond(many, 150),
      () => perSecond(others, 150),
    )
    const widely = callers(64, () => bare(wide))
    await sideBySide(
      '64 callers, the client with 64 connections',
      () => perSecond(many, 150),
      () => perSecond(widely, 150),
    )
    await sideBySide(
      'read all',
      () => readPerSecond(() => readStore(store)),
      () => readPerSecond(() => readBare(pool)),
    )
  } finally {
    await store.close()
    await Promise.all(pools.map((one) => one.end()))
    await server.dispose()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
