import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStoresOnServers } from '../../adapters/composition/stores/open-stores-on-servers'
import { acquireCopyByHttp, testBranch, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import {
  administratorUser,
  withHttpServer,
  staffUser,
  type Reply,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import type { KurrentStandIn } from '../fixtures/kurrentdb/kurrent-stand-in'
import { withKurrentStandIns } from '../fixtures/kurrentdb/with-kurrent-stand-ins'
import { databasesForService } from '../fixtures/postgres/databases-for-service'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'

withKurrentStandIns((another) =>
  withPostgres((server) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-away-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    const onServers = async (
      use: (library: ServedLibrary, cluster: KurrentStandIn) => Promise<void>,
    ): Promise<void> => {
      const cluster = await another()
      const places = { circulation: cluster.connectionString(), ...(await databasesForService(server())) }
      try {
        const alarm = () => undefined
        await withHttpServer((library) => use(library, cluster), undefined, {
          openPrimaryStores: openStoresOnServers(places),
          alarm,
        })
      } finally {
        cluster.stop()
      }
    }

    const lendTo = ({ send }: ServedLibrary, borrower: string, copy: string, key: string): Promise<Reply> =>
      send('POST', '/loans', {
        as: staffUser,
        body: { copy, borrower, branch: testBranch },
        headers: { 'Idempotency-Key': key },
      })

    const expectUnavailable = ({ status, headers, text }: Reply): void => {
      expect(status).toBe(503)
      expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
      expect(text).not.toMatch(/127\.0\.0\.1|postgres|esdb|at /)
    }

    describe('a library whose KurrentDB is unreachable', () => {
      it('answers 503, loses nothing, and goes on when the server is back', () =>
        onServers(async (library, cluster) => {
          const ann = await registerBorrowerByHttp(library)
          const [before, meanwhile] = [await acquireCopyByHttp(library), await acquireCopyByHttp(library)]
          expect((await lendTo(library, ann, before, randomUUID())).status).toBe(201)
          cluster.stop()
          const key = randomUUID()
          expectUnavailable(await lendTo(library, ann, meanwhile, key))
          expectUnavailable(await library.send('GET', `/borrowers/${ann}`, { as: staffUser }))
          const health = await library.send('GET', '/health', { as: administratorUser })
          expect(health.status).toBe(503)
          expect(health.body.stores).toMatchObject({ persons: 'ok', keys: 'ok' })
          expect(health.body.stores.circulation).toMatch(/cannot be reached|does not answer/)
          await cluster.start()
          const again = await lendTo(library, ann, meanwhile, key)
          expect(again.status).toBe(201)
          const overview = await library.send('GET', `/borrowers/${ann}`, { as: staffUser })
          expect(overview.body.loans).toHaveLength(2)
          rightOrThrow(await library.runningLibrary.useCaseDependencies.waitForReactions())
        }))
    })

    describe('a library whose PostgreSQL is unreachable', () => {
      it('answers 503, loses nothing, and goes on when the server is back', () =>
        onServers(async (library) => {
          const database = server().ownServer
          if (database === undefined) throw new Error('this needs a PostgreSQL of its own: install its binaries')
          const ann = await registerBorrowerByHttp(library)
          const copy = await acquireCopyByHttp(library)
          await database.kill()
          const key = randomUUID()
          expectUnavailable(await lendTo(library, ann, copy, key))
          await database.start()
          expect((await lendTo(library, ann, copy, key)).status).toBe(201)
        }))
    })
  }),
)
