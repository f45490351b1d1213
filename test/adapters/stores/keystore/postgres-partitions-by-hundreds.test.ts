import { Client, type QueryConfig } from 'pg'
import { openOlderEpochKeysOnPostgres } from '../../../../adapters/stores/keystore/postgres/postgres-older-epoch-key-reader'
import {
  findKeysStatement,
  keyPageStatement,
  livingKeyPageStatement,
  olderKeyPageStatement,
  removeKeysStatement,
} from '../../../../adapters/stores/keystore/postgres/postgres-key-statements'
import type { ScopeId } from '../../../../domain/values/ids'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { certificate, insertAll, newRow, newRows, partitionsOn, textsOf } from './partitions-under-test'

const lockedPartitions = `SELECT count(DISTINCT relation)::integer AS count FROM pg_locks l JOIN pg_inherits i ON i.inhrelid = l.relation
  WHERE i.inhparent = 'keystore.keys'::regclass AND l.pid = pg_backend_pid()`

/** How many partitions a statement keeps locked until its transaction ends. */
const countLocked = async (url: string, statement: QueryConfig): Promise<number> => {
  const session = new Client({ connectionString: url })
  await session.connect()
  try {
    await session.query('BEGIN')
    await session.query(statement)
    return (await session.query<{ readonly count: number }>(lockedPartitions)).rows[0]!.count
  } finally {
    await session.end()
  }
}

const first = { ...newRow(), scope: '00000001-2222-4333-8444-555555555555' as ScopeId }
const last = { ...newRow(), scope: 'ffffffff-2222-4333-8444-555555555555' as ScopeId }

withPostgres((server) => {
  const { partitionsOf, withStore } = partitionsOn(server)

  const splitAll = async (url: string, times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1)
      await server().runStatements(url, 'SELECT keystore.split(lower, upper) FROM keystore.partitions')
    expect(await partitionsOf(url)).toHaveLength(2 ** times)
  }

  describe('the key store on PostgreSQL with 256 partitions', () => {
    it('locks at most 200 of them in a statement, also in one that finds nothing', () =>
      withStore(async (_store, url) => {
        await splitAll(url, 8)
        for (const statement of [
          keyPageStatement(undefined, 1000),
          livingKeyPageStatement(undefined, 1000),
          olderKeyPageStatement(undefined, 1000, 2),
        ])
          expect(await countLocked(url, statement)).toBe(200)
        for (const statement of [
          findKeysStatement([first.scope, last.scope]),
          removeKeysStatement([first.scope, last.scope]),
        ])
          expect(await countLocked(url, statement)).toBe(2)
      }))

    it('finds the next keys however many partitions without any are before them', () =>
      withStore(async (store, url) => {
        await splitAll(url, 8)
        await insertAll(store, [last])
        expect(rightOrThrow(await store.page(undefined, 10)())).toEqual([last])
        expect(rightOrThrow(await store.livingPage(undefined, 10)())).toEqual([last])
        expect(rightOrThrow(await store.page(last.scope, 10)())).toEqual([])
        const older = rightOrThrow(openOlderEpochKeysOnPostgres(url))
        expect(rightOrThrow(await older.next(2, 10)())).toEqual([last])
        expect(rightOrThrow(await older.next(2, 10)())).toEqual([])
        await older.close()
        rightOrThrow(await store.fence([last], certificate)())
        expect(rightOrThrow(await store.livingPage(undefined, 10)())).toEqual([])
      }))

    it('reads and removes many keys that are all over the table', () =>
      withStore(async (store, url) => {
        const rows = newRows(700)
        await insertAll(store, [first, ...rows, last])
        await splitAll(url, 8)
        const scopes = rows.map(({ scope }) => scope)
        expect(textsOf(rightOrThrow(await store.read(scopes)()))).toEqual(textsOf(rows))
        rightOrThrow(await store.remove(scopes)())
        expect(rightOrThrow(await store.page(undefined, 1000)())).toEqual([first])
        expect(rightOrThrow(await store.page(first.scope, 1000)())).toEqual([last])
      }))
  })
})
