import { defaultPoolSettings } from '../../../../adapters/stores/postgres/open-pool'
import {
  createLongLivedPostgresSession,
  type LongLivedSession,
} from '../../../../adapters/stores/postgres/long-lived-postgres-session'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { waitUntil } from '../../../fixtures/wait-until'

const backendOf = ({ use }: LongLivedSession): Promise<number> =>
  use(async (client) => {
    const { rows } = await client.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid')
    return rows[0]?.pid ?? 0
  })

/** Blocks the whole process: no timer runs, and nothing is sent. */
const blockProcess = (ms: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

withPostgres((server) => {
  describe('a long-lived session', () => {
    it('sends heartbeats while it is idle', async () => {
      const url = await server().createDatabase()
      const session = createLongLivedPostgresSession(defaultPoolSettings, url, 6000)
      const pid = await backendOf(session)
      const heartbeatQuery = `SELECT state_change::text AS heard FROM pg_stat_activity WHERE pid = ${String(pid)}`
      const lastHeartbeat = async () =>
        (await server().runStatements(url, heartbeatQuery)).map((row) => row['heard']).join()
      const before = await lastHeartbeat()
      await expect(waitUntil(async () => (await lastHeartbeat()) > before)).resolves.toBeUndefined()
      await session.close()
    })

    it('stays open for the time-out after its last heartbeat, and no longer', async () => {
      let passed = 0
      const now = performance.now.bind(performance)
      const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + passed)
      const session = createLongLivedPostgresSession(defaultPoolSettings, await server().createDatabase(), 120_000)
      const client = await session.use((connected) => Promise.resolve(connected))
      expect([session.staysOpenFor(client, 60_000), session.staysOpenFor(client, 121_000)]).toEqual([true, false])
      passed += 61_000
      expect(session.staysOpenFor(client, 60_000)).toBe(false)
      await session.use((connected) => connected.query('SELECT'))
      expect(session.staysOpenFor(client, 60_000)).toBe(true)
      await session.close()
      expect(session.staysOpenFor(client, 0)).toBe(false)
      clock.mockRestore()
    })

    it('opens no connection after it was closed', async () => {
      const session = createLongLivedPostgresSession(defaultPoolSettings, await server().createDatabase())
      await backendOf(session)
      await session.close()
      await expect(backendOf(session)).rejects.toThrow('the session is closed')
    })

    it('is ended by the server when its process is blocked, which releases its locks', async () => {
      const [url, lock] = [await server().createDatabase(), 'SELECT pg_try_advisory_lock(7) AS taken']
      const [blocked, other] = [
        createLongLivedPostgresSession(defaultPoolSettings, url, 3000),
        createLongLivedPostgresSession(defaultPoolSettings, url),
      ]
      const before = await backendOf(blocked)
      await blocked.use((client) => client.query(lock))
      blockProcess(4000)
      const isTaken = async () => (await other.use((client) => client.query(lock))).rows[0].taken === true
      await expect(waitUntil(isTaken)).resolves.toBeUndefined()
      const isAnother = async () => (await backendOf(blocked).catch(() => before)) !== before
      await expect(waitUntil(isAnother)).resolves.toBeUndefined()
      await Promise.all([blocked.close(), other.close()])
    })
  })
})
