import { openPostgresLog } from '../../../../adapters/stores/eventstore/postgres/open-log'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { right } from '../../../fixtures/right'

const noTime = `SELECT table_name, column_name FROM information_schema.columns
  WHERE table_schema = 'log' AND table_name <> 'migrations' AND data_type ~ '(time|date|interval)'`

const unavailable = (reason: RegExp) => ({
  left: { _tag: 'StoreUnavailable', reason: expect.stringMatching(reason) as string },
})

withPostgres((server) => {
  describe('opening a database', () => {
    it('is done by several at once, who make it together', async () => {
      const url = await server().newDatabase()
      const stores = (await Promise.all(Array.from({ length: 4 }, () => openPostgresLog(url)()))).map(right)
      const steps = await server().run(url, 'SELECT name FROM log.migrations')
      expect(steps).toEqual([{ name: '0001-log' }])
      await Promise.all(stores.map((store) => store.close()))
    })

    it('makes a log without a column of time', async () => {
      const url = await server().newDatabase()
      await right(await openPostgresLog(url)()).close()
      expect(await server().run(url, noTime)).toEqual([])
    })

    it('refuses one that a later release has made', async () => {
      const url = await server().newDatabase()
      await right(await openPostgresLog(url)()).close()
      await server().run(url, "INSERT INTO log.migrations (name, run_on) VALUES ('9999-later', now())")
      expect(await openPostgresLog(url)()).toMatchObject(unavailable(/later release/))
    })

    it('insists on waiting for the disk, whatever the database says', async () => {
      const url = await server().newDatabase()
      await server().run(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`)
      const store = right(await openPostgresLog(url)())
      expect(await store.health()).toMatchObject({ _tag: 'Right' })
      await store.close()
    })

    it('refuses a server that writes statements and their times down', async () => {
      const url = await server().newDatabase()
      await server().run(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET log_statement = 'all'`)
      expect(await openPostgresLog(url)()).toMatchObject(unavailable(/its own log/))
    })

    it.each([
      ['where nobody answers', 'postgres://127.0.0.1:1/none', /nobody answers there \(ECONNREFUSED\)/],
      ['that there is not', '', /no such database \(3D000\)/],
    ])('says that it cannot, of one %s', async (_, given, reason) => {
      const missing = new URL(given === '' ? await server().newDatabase() : given)
      if (given === '') missing.pathname = '/there-is-none'
      expect(await openPostgresLog(missing.href)()).toMatchObject(unavailable(reason))
    })
  })
})
