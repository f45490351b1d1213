import { delay } from '../../../../adapters/system/concurrency/delay'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { certificate, partitionsOn } from './partitions-under-test'

const vacuumed = `SELECT relname AS name, vacuum_count::integer AS times, n_dead_tup::integer AS dead
  FROM pg_stat_user_tables WHERE relname LIKE 'keys\\_%' ORDER BY relname`

withPostgres((server) => {
  const { withPartitions, withSession } = partitionsOn(server)

  const timesVacuumed = async (url: string): Promise<ReadonlyArray<number>> =>
    (await server().runStatements(url, vacuumed)).map(({ times }) => Number(times))
  const deadRows = async (url: string): Promise<number> =>
    (await server().runStatements(url, vacuumed)).reduce((sum, { dead }) => sum + Number(dead), 0)

  describe('the vacuum of the key store on PostgreSQL', () => {
    it('is of all partitions at first, and then of those with fenced and removed keys', () =>
      withPartitions(async (store, url, one, other) => {
        rightOrThrow(await store.checkpointTruncate())
        const [first = 0, second = 0, ...others] = await timesVacuumed(url)
        expect([first, second, ...others].every((times) => times > 0)).toBe(true)
        rightOrThrow(await store.fence([one], certificate)())
        rightOrThrow(await store.checkpointTruncate())
        const [afterFence = 0, ...unchanged] = await timesVacuumed(url)
        expect([afterFence > first, unchanged]).toEqual([true, [second, ...others]])
        rightOrThrow(await store.remove([other.scope])())
        rightOrThrow(await store.checkpointTruncate())
        const [, afterRemoval = 0, ...rest] = await timesVacuumed(url)
        expect([afterRemoval > second, rest]).toEqual([true, others])
        expect(await deadRows(url)).toBe(0)
      }))

    it('is of the partition in which another process has changed a row', () =>
      withPartitions(async (store, url, _one, other) => {
        rightOrThrow(await store.checkpointTruncate())
        const [first = 0, second = 0] = await timesVacuumed(url)
        await server().runStatements(url, `UPDATE keystore.keys SET epoch = 7 WHERE scope = '${other.scope}'`)
        while ((await deadRows(url)) === 0) await delay(20)
        rightOrThrow(await store.checkpointTruncate())
        const [firstAfter = 0, secondAfter = 0] = await timesVacuumed(url)
        expect([firstAfter, secondAfter > second]).toEqual([first, true])
      }))

    it('is repeated for the same partitions when an open read has kept their dead rows', () =>
      withPartitions(async (store, url, one) => {
        rightOrThrow(await store.checkpointTruncate())
        await withSession(url, 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM keystore.keys', async () => {
          rightOrThrow(await store.fence([one], certificate)())
          expect(await store.checkpointTruncate()).toMatchObject({ left: { _tag: 'CheckpointBusy' } })
        })
        rightOrThrow(await store.checkpointTruncate())
        expect(await deadRows(url)).toBe(0)
      }))
  })
})
