import { Client } from 'pg'
import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-log'
import { rewriteLog } from '../../../../../adapters/stores/eventstore/postgres/rewrite-log'
import { append, aStream, events, wholeLog } from '../../../../contract/event-store/given'
import { withPostgres } from '../../../../fixtures/postgres/with-postgres'
import { right } from '../../../../fixtures/right'

const transactions = 'SELECT count(DISTINCT xmin::text)::integer AS of FROM log.events'
const asTheyLie = 'SELECT position::integer FROM log.events ORDER BY ctid'

withPostgres((server) => {
  describe('rewriting a log at the end of a month', () => {
    it('leaves every event as it was, in order, and one transaction for all of them', async () => {
      const url = await server().newDatabase()
      const store = right(await openPostgresLog(url)())
      for (let at = 0; at < 20; at += 1) await append(store, aStream(), 'none', events(3))
      const before = await wholeLog(store)
      expect(await server().run(url, transactions)).toEqual([{ of: 20 }])
      right(await rewriteLog(url)())
      expect(await wholeLog(store)).toEqual(before)
      expect(await server().run(url, transactions)).toEqual([{ of: 1 }])
      expect(await server().run(url, asTheyLie)).toEqual(before.map((_, at) => ({ position: at + 1 })))
      await store.close()
    })

    it('keeps nobody waiting behind one who reads for long, and is done once he has read', async () => {
      const url = await server().newDatabase()
      const store = right(await openPostgresLog(url)())
      await append(store, aStream(), 'none', events(3))
      const auditor = new Client({ connectionString: url })
      await auditor.connect()
      await auditor.query('BEGIN; SELECT FROM log.events')
      const rewriting = rewriteLog(url)()
      const began = performance.now()
      while (performance.now() - began < 4000) await append(store, aStream(), 'none', events(1))
      await auditor.end()
      right(await rewriting)
      expect(await server().run(url, transactions)).toEqual([{ of: 1 }])
      await store.close()
    })

    it('hides nothing from those who read and loses nothing of those who append meanwhile', async () => {
      const url = await server().newDatabase()
      const store = right(await openPostgresLog(url)())
      await append(store, aStream(), 'none', events(3000))
      const rewriting = new AbortController()
      const appending = (async () => {
        for (let appended = 0; ; appended += 1) {
          if (rewriting.signal.aborted) return appended
          await append(store, aStream(), 'none', events(1))
        }
      })()
      const reading = (async () => {
        const lengths: number[] = []
        while (!rewriting.signal.aborted) lengths.push((await wholeLog(store)).length)
        return lengths
      })()
      for (let times = 0; times < 10; times += 1) right(await rewriteLog(url)())
      rewriting.abort()
      const [appended, lengths] = await Promise.all([appending, reading])
      expect(lengths.length).toBeGreaterThan(5)
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(3000)
      expect(await wholeLog(store)).toHaveLength(3000 + appended)
      await store.close()
    })
  })
})
