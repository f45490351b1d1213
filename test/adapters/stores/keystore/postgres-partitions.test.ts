import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { keyStoreSchema } from '../../../../adapters/stores/keystore/postgres/key-store-schema'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import type { PostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/postgres-key-store'
import { openMigratedPool } from '../../../../adapters/stores/postgres/open-migrated-pool'
import { defaultPoolSettings } from '../../../../adapters/stores/postgres/open-pool'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import { readAllKeyRows } from '../../../../retention/keys/read-all-key-rows'
import { randomScopeId } from '../../../fixtures/keys-under-test'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const library = randomUUID()
const certificate = randomUUID() as CertificateId
const maxRows = 4000

const newRow = (): LivingKeyRow => ({
  ...{ _tag: 'Living', scope: randomScopeId(), class: 'loan', version: 1, epoch: 1 },
  ...{ wrapped: randomBytes(105), fingerprint: randomBytes(16) },
})
const newRows = (count: number): ReadonlyArray<LivingKeyRow> => Array.from({ length: count }, newRow)

const textOf = (row: KeyRow): string =>
  [row.scope, row._tag, row.epoch, row._tag === 'Living' && Buffer.from(row.wrapped).toString('hex')].join(' ')

/** Short texts: a comparison of thousands of rows takes minutes when it fails. */
const textsOf = (rows: ReadonlyArray<KeyRow>): ReadonlyArray<string> => rows.map(textOf).toSorted()
const missingFrom = (all: ReadonlyArray<string>, rows: ReadonlyArray<KeyRow>): ReadonlyArray<string> => {
  const found = new Set(all)
  return textsOf(rows)
    .filter((text) => !found.has(text))
    .slice(0, 3)
}

const allRows = async (store: PostgresKeyStore): Promise<ReadonlyArray<string>> => {
  const texts: string[] = []
  for await (const page of readAllKeyRows(store)) texts.push(...textsOf(rightOrThrow(page)))
  return texts
}

const insertAll = async (store: PostgresKeyStore, rows: ReadonlyArray<LivingKeyRow>): Promise<void> => {
  for (let at = 0; at < rows.length; at += 1000) rightOrThrow(await store.insert(rows.slice(at, at + 1000))())
}

const layout = `SELECT lower::text, upper::text, keystore.name_of(lower) AS name, (SELECT count(*)::integer
  FROM keystore.keys k WHERE k.tableoid = keystore.name_of(lower)::regclass) AS rows FROM keystore.partitions ORDER BY lower`

interface Partition {
  readonly lower: string
  readonly upper: string | null
  readonly name: string
  readonly rows: number
}

withPostgres((server) => {
  const partitionsOf = async (url: string) => (await server().runStatements(url, layout)) as unknown as Partition[]

  const withStore = async (run: (store: PostgresKeyStore, url: string) => Promise<void>): Promise<void> => {
    const url = await server().createDatabase()
    const store = rightOrThrow(await openPostgresKeyStore(library)(url)())
    await run(store, url).finally(store.close)
  }

  const withSession = async (url: string, statements: string, run: () => Promise<void>): Promise<void> => {
    const session = new Client({ connectionString: url })
    await session.connect()
    await session.query(statements)
    await run().finally(() => session.end())
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

  describe('the partitions of the key store on PostgreSQL', () => {
    it('are split by a rewrite until none has more than 4,000 rows, and no row changes', () =>
      withStore(async (store, url) => {
        const rows = newRows(2 * maxRows + 1500)
        await insertAll(store, rows)
        rightOrThrow(await store.rewrite())
        const partitions = await partitionsOf(url)
        expect(Math.max(...partitions.map((partition) => partition.rows))).toBeLessThanOrEqual(maxRows)
        expect(partitions.reduce((sum, partition) => sum + partition.rows, 0)).toBe(rows.length)
        expect(partitions.map(({ upper }) => upper)).toEqual([...partitions.slice(1).map(({ lower }) => lower), null])
        const all = await allRows(store)
        expect([all.length, missingFrom(all, rows)]).toEqual([rows.length, []])
        const found = rightOrThrow(await store.read(rows.map(({ scope }) => scope))())
        expect([found.length, missingFrom(textsOf(found), rows)]).toEqual([rows.length, []])
      }))

    it('are split while keys are inserted', () =>
      withStore(async (store, url) => {
        let count = 1
        for (let times = 0; times < 200 && count === 1; times += 1) {
          rightOrThrow(await store.insert(newRows(500))())
          count = (await partitionsOf(url)).length
        }
        expect(count).toBeGreaterThan(1)
      }))

    it('are locked one at a time: a command for another one does not wait', () =>
      withPartitions(async (store, url, locked, other, name) => {
        const order: string[] = []
        let waiting: Promise<unknown> = Promise.resolve()
        await withSession(url, `BEGIN; LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`, async () => {
          waiting = store
            .read([locked.scope])()
            .then(() => order.push('the locked one'))
          expect(rightOrThrow(await store.read([other.scope])())).toEqual([other])
          const newer = { ...other, epoch: 2 }
          rightOrThrow(await store.replace([newer])())
          rightOrThrow(await store.fence([other], certificate)())
          order.push('the other one')
        })
        await waiting
        expect(order).toEqual(['the other one', 'the locked one'])
      }))

    it('are rewritten when a long read ends, and commands go on until then', () =>
      withPartitions(async (store, url, row, _other, name) => {
        const order: string[] = []
        let rewriting: Promise<unknown> = Promise.resolve()
        await withSession(url, `BEGIN; SELECT FROM ${name}`, async () => {
          rewriting = store
            .rewrite()
            .then(rightOrThrow)
            .then(() => order.push('rewritten'))
          for (let times = 0; times < 50; times += 1) {
            const next = { ...row, epoch: times + 2 }
            rightOrThrow(await store.replace([next])())
            expect(rightOrThrow(await store.read([row.scope])())).toEqual([next])
          }
          order.push('replaced')
        })
        await rewriting
        expect(order).toEqual(['replaced', 'rewritten'])
      }))

    it('lose no row, and hide none for a moment, while they are rewritten and split under commands', () =>
      withStore(async (store, url) => {
        const rows = newRows(3000)
        await insertAll(store, rows)
        const state = { isRunning: true, reads: 0 }
        const whileRunning = async (work: (at: number) => Promise<void>): Promise<void> => {
          for (let at = 0; state.isRunning; at += 1) await work(at)
        }
        const added: LivingKeyRow[] = []
        const readers = Array.from({ length: 3 }, (_, reader) =>
          whileRunning(async (at) => {
            const scopes = Array.from({ length: 8 }, (_, nth) => rows[(at * 97 + reader + nth * 371) % 3000]!.scope)
            expect(rightOrThrow(await store.read(scopes)())).toHaveLength(8)
            state.reads += 1
          }),
        )
        const writers = [
          whileRunning(async () => {
            const some = newRows(5)
            rightOrThrow(await store.insert(some)())
            added.push(...some)
          }),
          whileRunning(async (at) => {
            rightOrThrow(
              await store.replace(rows.slice(at % 2000, (at % 2000) + 20).map((row) => ({ ...row, epoch: 2 })))(),
            )
          }),
          whileRunning(async (at) => {
            const row = rows[2000 + (at % 1000)]!
            rightOrThrow(await store.fence([row], certificate)())
          }),
        ]
        for (let times = 0; times < 5; times += 1) {
          rightOrThrow(await store.rewrite())
          const [partition] = (await partitionsOf(url)).toSorted((one, another) => another.rows - one.rows)
          const upper = partition?.upper === null ? 'NULL' : `'${String(partition?.upper)}'`
          const split = `SELECT keystore.split('${String(partition?.lower)}', ${upper})`
          await server()
            .runStatements(url, split)
            .catch(() => undefined)
        }
        state.isRunning = false
        await Promise.all([...readers, ...writers])
        expect((await partitionsOf(url)).length).toBeGreaterThan(1)
        expect(state.reads).toBeGreaterThan(0)
        const all = await allRows(store)
        expect([all.length, missingFrom(all, added)]).toEqual([rows.length + added.length, []])
        const wraps = new Set(all.map((text) => text.split(' ').at(-1)))
        const kept = rows.slice(0, 2000).filter(({ wrapped }) => wraps.has(Buffer.from(wrapped).toString('hex')))
        expect(kept).toHaveLength(2000)
      }))

    it('refuse a second key of a scope, and a key of a fenced scope, in each of them', () =>
      withPartitions(async (store, _url, one, other) => {
        rightOrThrow(await store.fence([other], certificate)())
        const refused = await store.insert([newRow(), one, other])()
        expect(refused).toMatchObject({
          left: { _tag: 'Exists', scopes: expect.arrayContaining([one.scope, other.scope]) },
        })
      }))
  })

  describe('a key store on PostgreSQL that was made before it had partitions', () => {
    const { '0001-keys': first, '0002-oldest-epoch': second } = keyStoreSchema.steps
    const earlier = { schema: 'keystore', steps: { '0001-keys': first!, '0002-oldest-epoch': second! } }

    it.each([0, 11_000])('opens with its %d rows, in partitions of fewer than 4,000', async (count) => {
      const url = await server().createDatabase()
      await rightOrThrow(await openMigratedPool(earlier)(defaultPoolSettings)(url)()).end()
      const fill = `INSERT INTO keystore.keys SELECT gen_random_uuid(), 1, 1, 3, CASE WHEN n % 3 > 0
        THEN substr(decode(repeat(md5(n::text), 7), 'hex'), 1, 105) END, decode(md5(n::text), 'hex'),
        CASE WHEN n % 3 = 0 THEN gen_random_uuid() END FROM generate_series(1, ${String(count)}) AS n`
      await server().runStatements(url, fill)
      const digest = "SELECT md5(string_agg(k::text, '' ORDER BY scope)) FROM keystore.keys k"
      const before = await server().runStatements(url, digest)
      const store = rightOrThrow(await openPostgresKeyStore(library)(url)())
      expect(await server().runStatements(url, digest)).toEqual(before)
      const partitions = await partitionsOf(url)
      expect(partitions.every(({ rows }) => rows < maxRows)).toBe(true)
      expect(partitions.length > 1).toBe(count > 0)
      expect(await allRows(store)).toHaveLength(count)
      await store.close()
    })
  })
})
