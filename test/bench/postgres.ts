import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { either } from 'fp-ts'
import { Pool } from 'pg'
import { openPostgresLog } from '../../adapters/stores/eventstore/postgres/open-postgres-log'
import { streamNameOf } from '../../domain/event/stream'
import type { EventId } from '../../domain/values/ids'
import type { EventStore, StoredEvent } from '../../domain/ports/event-store'
import { startPostgresFromBinaries } from '../fixtures/postgres/postgres-from-binaries'
import { findPostgres } from '../fixtures/postgres/find-postgres'
import { measureSideBySide } from './measure-side-by-side'
import { measurementHeader, printMeasurement } from './print-measurement'
import { resultTable } from './result-table'
import { measureRewrapOnPostgres } from './rewrap/measure-rewrap-on-postgres'

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

const createTableSql = `CREATE TABLE events (position bigserial PRIMARY KEY, stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL, id uuid NOT NULL, type text NOT NULL, version integer NOT NULL, recorded text NOT NULL,
  open text NOT NULL, sealed bytea NOT NULL); CREATE UNIQUE INDEX ON events (stream, revision);`

const insert = {
  name: 'insert',
  text: `INSERT INTO events (stream, revision, id, type, version, recorded, open, sealed)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
}
const select = { name: 'select', text: 'SELECT * FROM events WHERE position > $1 ORDER BY position LIMIT 512' }

/** One repeated call. */
type Caller = () => Promise<void>

const ours = (store: EventStore): Caller => {
  const stream = streamNameOf('borrower')(randomUUID())
  let revision: number | 'none' = 'none'
  return async () => {
    const appended = await store.append(stream, revision, [event()])()
    if (either.isLeft(appended)) throw new Error(appended.left._tag)
    revision = appended.right.revision
  }
}

const bare = (pool: Pool): Caller => {
  const stream = streamNameOf('borrower')(randomUUID())
  let revision = 0
  return async () => {
    const { id, type, version, recorded } = event()
    await pool.query({ ...insert, values: [stream, revision++, id, type, version, recorded, open, sealed] })
  }
}

const runCallers = async (callers: ReadonlyArray<Caller>, times: number): Promise<void> => {
  await Promise.all(
    callers.map(async (call) => {
      for (let at = 0; at < times; at += 1) await call()
    }),
  )
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

const rounds = 5

const appends = async (name: string, our: ReadonlyArray<Caller>, their: ReadonlyArray<Caller>, times: number) => {
  const round = (callers: ReadonlyArray<Caller>) => ({
    events: callers.length * times,
    run: () => runCallers(callers, times),
  })
  printMeasurement(await measureSideBySide(name, rounds, round(our), round(their)))
}

/** Reads each log completely. Their lengths may differ. */
const reads = async (store: EventStore, pool: Pool) => {
  const ours = { events: await readStore(store), run: () => readStore(store).then(() => undefined) }
  const bare = { events: await readBare(pool), run: () => readBare(pool).then(() => undefined) }
  printMeasurement(await measureSideBySide('read all', rounds, ours, bare))
}

const callers = (count: number, make: () => Caller): ReadonlyArray<Caller> => Array.from({ length: count }, make)

/** As many keys are re-wrapped. */
const rewrappedKeys = 100_000

const main = async (): Promise<void> => {
  const found = findPostgres()
  if (found._tag !== 'Binaries') throw new Error('it needs the binaries of PostgreSQL on this machine')
  const server = await startPostgresFromBinaries(found.folder)
  const url = await server.createDatabase()
  const bareUrl = await server.createDatabase()
  await server.runStatements(bareUrl, createTableSql)
  const log = await openPostgresLog(url)()
  if (either.isLeft(log)) {
    await server.dispose()
    throw new Error(log.left.reason)
  }
  const store = log.right
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-postgres-'))
  const pools = [8, 64].map((max) => new Pool({ connectionString: bareUrl, max }))
  const [pool, widePool] = pools as [Pool, Pool]
  try {
    console.log(measurementHeader)
    await appends('append one event, one caller', [ours(store)], [bare(pool)], 1000)
    const many = callers(64, () => ours(store))
    await appends(
      '64 callers, the client with 8 connections',
      many,
      callers(64, () => bare(pool)),
      150,
    )
    await appends(
      '64 callers, the client with 64 connections',
      many,
      callers(64, () => bare(widePool)),
      150,
    )
    await reads(store, pool)
    console.log(resultTable(await measureRewrapOnPostgres(server, path.join(folder, 'ring'), rewrappedKeys)))
  } finally {
    rmSync(folder, { recursive: true })
    await store.close()
    await Promise.all(pools.map((one) => one.end()))
    await server.dispose()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
