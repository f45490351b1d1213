import { openPostgresLog } from '../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const timeColumns = `SELECT table_name, column_name FROM information_schema.columns
  WHERE table_schema = 'log' AND table_name <> 'migrations' AND data_type ~ '(time|date|interval)'`

const unavailable = (reason: RegExp) => ({
  left: { _tag: 'StoreUnavailable', reason: expect.stringMatching(reason) as string },
})

withPostgres((server) => {
  describe('opening a database', () => {
    it('can be done by several processes at the same time', async () => {
      const url = await server().createDatabase()
      const stores = (await Promise.all(Array.from({ length: 4 }, () => openPostgresLog(url)()))).map(rightOrThrow)
      const steps = await server().runStatements(url, 'SELECT name FROM log.migrations')
      expect(steps).toEqual(
        ['0001-log', '0002-single-append', '0003-event-codes', '0004-positions-in-range', '0005-shuffle'].map(
          (name) => ({
            name,
          }),
        ),
      )
      await Promise.all(stores.map((store) => store.close()))
    })

    it('makes a log without a column of time', async () => {
      const url = await server().createDatabase()
      await rightOrThrow(await openPostgresLog(url)()).close()
      expect(await server().runStatements(url, timeColumns)).toEqual([])
    })

    it('refuses a database of a later release', async () => {
      const url = await server().createDatabase()
      await rightOrThrow(await openPostgresLog(url)()).close()
      await server().runStatements(url, "INSERT INTO log.migrations (name, run_on) VALUES ('9999-later', now())")
      expect(await openPostgresLog(url)()).toMatchObject(unavailable(/later release/))
    })

    it('sets synchronous commits when the default of the database is off', async () => {
      const url = await server().createDatabase()
      await server().runStatements(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`)
      const store = rightOrThrow(await openPostgresLog(url)())
      expect(await store.health()).toMatchObject({ _tag: 'Right' })
      await store.close()
    })

    it('refuses a server that logs statements and their times', async () => {
      const url = await server().createDatabase()
      await server().runStatements(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET log_statement = 'all'`)
      expect(await openPostgresLog(url)()).toMatchObject(unavailable(/into its log file/))
    })

    it.each([
      [
        'on a server that does not answer',
        'postgres://127.0.0.1:1/none',
        /no server answers at this address \(ECONNREFUSED\)/,
      ],
      ['that does not exist', '', /no such database \(3D000\)/],
    ])('answers StoreUnavailable for a database %s', async (_, url, reason) => {
      const missing = new URL(url === '' ? await server().createDatabase() : url)
      if (url === '') missing.pathname = '/there-is-none'
      expect(await openPostgresLog(missing.href)()).toMatchObject(unavailable(reason))
    })
  })
})
