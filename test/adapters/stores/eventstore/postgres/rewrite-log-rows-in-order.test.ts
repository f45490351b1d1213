import { Client } from 'pg'
import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { rewriteLogRowsInOrder } from '../../../../../adapters/stores/eventstore/postgres/rewrite-log-rows-in-order'
import { appendOrThrow, newStream, newEvents, readWholeLog } from '../../../../contract/event-store/event-store-steps'
import { withPostgres } from '../../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

const countTransactions = 'SELECT count(DISTINCT xmin::text)::integer AS of FROM log.events'
const positionsInFileOrder = 'SELECT position::integer FROM log.events ORDER BY ctid'

withPostgres((server) => {
  describe('rewriting a log at the end of a month', () => {
    it('leaves every event unchanged and in order, written by one transaction', async () => {
      const url = await server().createDatabase()
      const store = rightOrThrow(await openPostgresLog(url)())
      for (let at = 0; at < 20; at += 1) await appendOrThrow(store, newStream(), 'none', newEvents(3))
      const before = await readWholeLog(store)
      expect(await server().runStatements(url, countTransactions)).toEqual([{ of: 20 }])
      rightOrThrow(await rewriteLogRowsInOrder(url)())
      expect(await readWholeLog(store)).toEqual(before)
      expect(await server().runStatements(url, countTransactions)).toEqual([{ of: 1 }])
      expect(await server().runStatements(url, positionsInFileOrder)).toEqual(
        before.map((_, at) => ({ position: at + 1 })),
      )
      await store.close()
    })

    it('does not block appends during a long read, and completes after it', async () => {
      const url = await server().createDatabase()
      const store = rightOrThrow(await openPostgresLog(url)())
      await appendOrThrow(store, newStream(), 'none', newEvents(3))
      const auditor = new Client({ connectionString: url })
      await auditor.connect()
      await auditor.query('BEGIN; SELECT FROM log.events')
      const rewriting = rewriteLogRowsInOrder(url)()
      const began = performance.now()
      while (performance.now() - began < 4000) await appendOrThrow(store, newStream(), 'none', newEvents(1))
      await auditor.end()
      rightOrThrow(await rewriting)
      expect(await server().runStatements(url, countTransactions)).toEqual([{ of: 1 }])
      await store.close()
    })

    it('hides no event from concurrent reads and loses no concurrent append', async () => {
      const url = await server().createDatabase()
      const store = rightOrThrow(await openPostgresLog(url)())
      await appendOrThrow(store, newStream(), 'none', newEvents(3000))
      const rewriting = new AbortController()
      const appending = (async () => {
        for (let appended = 0; ; appended += 1) {
          if (rewriting.signal.aborted) return appended
          await appendOrThrow(store, newStream(), 'none', newEvents(1))
        }
      })()
      const lengths: number[] = []
      const reading = (async () => {
        while (!rewriting.signal.aborted) lengths.push((await readWholeLog(store)).length)
      })()
      for (let times = 0; times < 10 || lengths.length < 6; times += 1) rightOrThrow(await rewriteLogRowsInOrder(url)())
      rewriting.abort()
      const [appended] = await Promise.all([appending, reading])
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(3000)
      expect(await readWholeLog(store)).toHaveLength(3000 + appended)
      await store.close()
    })
  })
})
