import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import type { PostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/postgres-key-store'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import { readAllKeyRows } from '../../../../retention/keys/read-all-key-rows'
import { randomScopeId } from '../../../fixtures/keys-under-test'
import type { PostgresServer } from '../../../fixtures/postgres/postgres-server'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { thenClose } from '../../../../adapters/system/concurrency/then-close'

export const library = randomUUID()
export const certificate = randomUUID() as CertificateId
export const maxRows = 4000

export const newRow = (): LivingKeyRow => ({
  ...{ _tag: 'Living', scope: randomScopeId(), class: 'loan', version: 1, epoch: 1 },
  ...{ wrapped: randomBytes(105), fingerprint: randomBytes(16) },
})
export const newRows = (count: number): ReadonlyArray<LivingKeyRow> => Array.from({ length: count }, newRow)

const textOf = (row: KeyRow): string =>
  [row.scope, row._tag, row.epoch, row._tag === 'Living' && Buffer.from(row.wrapped).toString('hex')].join(' ')

/** Short texts: a comparison of thousands of rows takes minutes when it fails. */
export const textsOf = (rows: ReadonlyArray<KeyRow>): ReadonlyArray<string> => rows.map(textOf).toSorted()
export const missingFrom = (all: ReadonlyArray<string>, rows: ReadonlyArray<KeyRow>): ReadonlyArray<string> => {
  const found = new Set(all)
  return textsOf(rows)
    .filter((text) => !found.has(text))
    .slice(0, 3)
}

export const allRows = async (store: PostgresKeyStore): Promise<ReadonlyArray<string>> => {
  const texts: string[] = []
  for await (const page of readAllKeyRows(store)) texts.push(...textsOf(rightOrThrow(page)))
  return texts
}

export const insertAll = async (store: PostgresKeyStore, rows: ReadonlyArray<LivingKeyRow>): Promise<void> => {
  for (let at = 0; at < rows.length; at += 1000) rightOrThrow(await store.insert(rows.slice(at, at + 1000))())
}

const layout = `SELECT lower::text, upper::text, keystore.name_of(lower) AS name, (SELECT count(*)::integer
  FROM keystore.keys k WHERE k.tableoid = keystore.name_of(lower)::regclass) AS rows FROM keystore.partitions ORDER BY lower`

export interface Partition {
  readonly lower: string
  readonly upper: string | null
  readonly name: string
  readonly rows: number
}

/** Key stores on a server, and their partitions. */
export const partitionsOn = (server: () => PostgresServer) => {
  const partitionsOf = async (url: string): Promise<ReadonlyArray<Partition>> =>
    (await server().runStatements(url, layout)).map(({ lower, upper, name, rows }) => ({
      ...{ lower: String(lower), upper: typeof upper === 'string' ? upper : null },
      ...{ name: String(name), rows: Number(rows) },
    }))

  const withStore = async (run: (store: PostgresKeyStore, url: string) => Promise<void>): Promise<void> => {
    const url = await server().createDatabase()
    const store = rightOrThrow(await openPostgresKeyStore(library)(url)())
    await thenClose(run(store, url), store.close)
  }

  const withSession = async (url: string, statements: string, run: () => Promise<void>): Promise<void> => {
    const session = new Client({ connectionString: url })
    await session.connect()
    await session.query(statements)
    await thenClose(run(), () => session.end())
  }

  const partitionWith = (partitions: ReadonlyArray<Partition>, scope: ScopeId): Partition => {
    const found = partitions.find(({ lower, upper }) => lower <= scope && (upper === null || scope < upper))
    if (found === undefined) throw new Error('no partition has this scope')
    return found
  }

  /** A store with two partitions or more, and a row in each of the first two. */
  const withPartitions = (
    run: (store: PostgresKeyStore, url: string, one: LivingKeyRow, other: LivingKeyRow, name: string) => Promise<void>,
  ) =>
    withStore(async (store, url) => {
      const rows = newRows(maxRows + 500)
      await insertAll(store, rows)
      rightOrThrow(await store.rewrite())
      const partitions = await partitionsOf(url)
      const rowIn = (partition: Partition | undefined) => {
        const row = rows.find(({ scope }) => partitionWith(partitions, scope).lower === partition?.lower)
        if (row === undefined) throw new Error('a partition is empty')
        return row
      }
      await run(store, url, rowIn(partitions[0]), rowIn(partitions[1]), partitions[0]?.name ?? '')
    })
  return { partitionsOf, withStore, withSession, withPartitions }
}
