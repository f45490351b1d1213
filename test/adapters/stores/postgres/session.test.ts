import { usualPool } from '../../../../adapters/stores/postgres/open-pool'
import { session, type Session } from '../../../../adapters/stores/postgres/session'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { until } from '../../../fixtures/until'

const processOf = ({ use }: Session): Promise<number> =>
  use(async (client) => {
    const { rows } = await client.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid')
    return rows[0]?.pid ?? 0
  })

/** The whole process stands still: no timer runs, and nothing is sent. */
const standStill = (ms: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

withPostgres((server) => {
  describe('a session that lasts', () => {
    it('gives signs of life while nobody uses it', async () => {
      const url = await server().newDatabase()
      const lasting = session(usualPool, url, 400)
      const pid = await processOf(lasting)
      const sign = `SELECT state_change::text AS heard FROM pg_stat_activity WHERE pid = ${String(pid)}`
      const heard = async () => (await server().run(url, sign)).map((row) => row['heard']).join()
      const before = await heard()
      await expect(until(async () => (await heard()) > before)).resolves.toBeUndefined()
      await lasting.close()
    })

    it('is kept for as long as it has given signs of life, and no longer', async () => {
      const lasting = session(usualPool, await server().newDatabase(), 400)
      const client = await lasting.use((connected) => Promise.resolve(connected))
      expect([lasting.keeps(client, 200), lasting.keeps(client, 500)]).toEqual([true, false])
      standStill(300)
      expect(lasting.keeps(client, 200)).toBe(false)
      await lasting.use((connected) => connected.query('SELECT'))
      expect(lasting.keeps(client, 200)).toBe(true)
      await lasting.close()
      expect(lasting.keeps(client, 0)).toBe(false)
    })

    it('is ended by the server when its process stands still, and what it held goes to others', async () => {
      const [url, lock] = [await server().newDatabase(), 'SELECT pg_try_advisory_lock(7) AS taken']
      const [still, other] = [session(usualPool, url, 400), session(usualPool, url)]
      const before = await processOf(still)
      await still.use((client) => client.query(lock))
      standStill(1200)
      const isTaken = async () => (await other.use((client) => client.query(lock))).rows[0].taken === true
      await expect(until(isTaken)).resolves.toBeUndefined()
      const isAnother = async () => (await processOf(still).catch(() => before)) !== before
      await expect(until(isAnother)).resolves.toBeUndefined()
      await Promise.all([still.close(), other.close()])
    })
  })
})
