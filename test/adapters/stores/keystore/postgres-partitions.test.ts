import { keyStoreSchema } from '../../../../adapters/stores/keystore/postgres/key-store-schema'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import { openMigratedPool } from '../../../../adapters/stores/postgres/open-migrated-pool'
import { defaultPoolSettings } from '../../../../adapters/stores/postgres/open-pool'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import {
  allRows,
  certificate,
  insertAll,
  library,
  maxRows,
  missingFrom,
  newRow,
  newRows,
  partitionsOn,
  textsOf,
} from './partitions-under-test'

withPostgres((server) => {
  const { partitionsOf, withStore, withPartitions } = partitionsOn(server)

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
        const withSecondFile = "SELECT FROM pg_class WHERE relname LIKE 'keys%' AND reltoastrelid <> 0"
        expect(await server().runStatements(url, withSecondFile)).toEqual([])
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

    it('are counted, listed and searched when there are hundreds of them', () =>
      withStore(async (store, url) => {
        const rows = newRows(300)
        await insertAll(store, rows)
        for (let level = 0; level < 8; level += 1)
          await server().runStatements(url, 'SELECT keystore.split(lower, upper) FROM keystore.partitions')
        expect(await partitionsOf(url)).toHaveLength(256)
        const last = rows.toSorted((one, another) => (one.scope < another.scope ? -1 : 1)).at(-1)!
        rightOrThrow(await store.replace(rows.filter((row) => row !== last).map((row) => ({ ...row, epoch: 5 })))())
        expect(rightOrThrow(await store.oldestEpoch())).toBe(last.epoch)
        rightOrThrow(await store.fence(rows.slice(0, 100), certificate)())
        expect(rightOrThrow(await store.count())).toEqual({ living: 200, fenced: 100 })
        expect(await allRows(store)).toHaveLength(300)
        rightOrThrow(await store.checkpointTruncate())
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
