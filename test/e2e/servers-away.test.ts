import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { truthElsewhere } from '../../adapters/composition/truth/truth-elsewhere'
import { acquire, branch, register } from '../adapters/interfaces/http/desk'
import { served, staff, type Reply, type Served } from '../adapters/interfaces/http/serve'
import type { StandIn } from '../fixtures/kurrentdb/stand-in'
import { withStandIns } from '../fixtures/kurrentdb/with-stand-ins'
import { databasesForService } from '../fixtures/postgres/for-service'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { right } from '../fixtures/right'

jest.setTimeout(90_000)

withStandIns((another) =>
  withPostgres((server) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-away-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    const onServers = async (use: (library: Served, cluster: StandIn) => Promise<void>): Promise<void> => {
      const cluster = await another()
      const places = { circulation: cluster.connectionString(), ...(await databasesForService(server())) }
      try {
        const alarm = () => undefined
        await served((library) => use(library, cluster), undefined, { truth: truthElsewhere(places), alarm })
      } finally {
        cluster.stop()
      }
    }

    const lendTo = ({ send }: Served, borrower: string, copy: string, key: string): Promise<Reply> =>
      send('POST', '/loans', { as: staff, body: { copy, borrower, branch }, headers: { 'Idempotency-Key': key } })

    const isToldToWait = ({ status, headers, text }: Reply): void => {
      expect(status).toBe(503)
      expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
      expect(text).not.toMatch(/127\.0\.0\.1|postgres|esdb|at /)
    }

    describe('a library whose log of things is away', () => {
      it('tells those who ask to wait, loses nothing, and goes on when it is back', () =>
        onServers(async (library, cluster) => {
          const ann = await register(library)
          const [before, meanwhile] = [await acquire(library), await acquire(library)]
          expect((await lendTo(library, ann, before, randomUUID())).status).toBe(201)
          cluster.stop()
          const key = randomUUID()
          isToldToWait(await lendTo(library, ann, meanwhile, key))
          isToldToWait(await library.send('GET', `/borrowers/${ann}`, { as: staff }))
          const health = await library.send('GET', '/health')
          expect(health.status).toBe(503)
          expect(health.body.stores).toMatchObject({ persons: 'ok', keys: 'ok' })
          expect(health.body.stores.circulation).toMatch(/cannot be reached|does not answer/)
          await cluster.start()
          const again = await lendTo(library, ann, meanwhile, key)
          expect(again.status).toBe(201)
          const overview = await library.send('GET', `/borrowers/${ann}`, { as: staff })
          expect(overview.body.loans).toHaveLength(2)
          right(await library.system.library.reactionsDone())
        }))
    })

    describe('a library whose databases are away', () => {
      it('tells those who ask to wait, loses nothing, and goes on when they are back', () =>
        onServers(async (library) => {
          const database = server().own
          if (database === undefined) throw new Error('this needs a PostgreSQL of its own: install its binaries')
          const ann = await register(library)
          const copy = await acquire(library)
          await database.kill()
          const key = randomUUID()
          isToldToWait(await lendTo(library, ann, copy, key))
          await database.start()
          expect((await lendTo(library, ann, copy, key)).status).toBe(201)
        }))
    })
  }),
)
