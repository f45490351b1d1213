import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { grantLogRights } from '../../../../../adapters/stores/eventstore/postgres/grant-log-rights'
import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { streamNameOf } from '../../../../../domain/event/stream'
import type {
  EventStore,
  Position,
  RecordedEvent,
  StoreUnavailable,
  LogSegment,
} from '../../../../../domain/ports/event-store'
import { appendOrThrow, newEvents, newStream, readWholeLog } from '../../../../contract/event-store/event-store-steps'
import { createRoles } from '../../../../fixtures/postgres/databases-for-service'
import { urlForRole } from '../../../../fixtures/postgres/run-statements'
import { withPostgres } from '../../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

const newBorrower = () => streamNameOf('borrower')(randomUUID())
const countTransactions = 'SELECT count(DISTINCT xmin::text)::integer AS of FROM log.events'
const positionsInFileOrder = 'SELECT position::integer FROM log.events ORDER BY ctid'
const fileOfEvents = "SELECT pg_relation_filenode('log.events') AS file"
const lastShuffle = 'SELECT after_position::integer AS after, before_position::integer AS before FROM log.last_shuffle'

withPostgres((server) => {
  const shuffle = async (store: EventStore, segment: LogSegment) =>
    rightOrThrow((await store.shuffling?.shuffle(segment)()) ?? { _tag: 'Left', left: 'no shuffling' })

  describe('shuffling a log at the end of a month', () => {
    it('leaves rows that one transaction wrote in their new order, in a new file without dead rows', async () => {
      const url = await server().createDatabase()
      const store = rightOrThrow(await openPostgresLog(url)())
      for (let at = 0; at < 20; at += 1) await appendOrThrow(store, newBorrower(), 'none', newEvents(2))
      const before = await readWholeLog(store)
      const fileBefore = await server().runStatements(url, fileOfEvents)
      await shuffle(store, { after: undefined, before: before[35]!.position, closings: [], fixed: [] })
      const after = await readWholeLog(store)
      expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id))
      expect(await server().runStatements(url, countTransactions)).toEqual([{ of: 1 }])
      expect(await server().runStatements(url, positionsInFileOrder)).toEqual(
        before.map((_, at) => ({ position: at + 1 })),
      )
      expect(await server().runStatements(url, fileOfEvents)).not.toEqual(fileBefore)
      await store.close()
    })

    it('waits for a long read without blocking appends, and completes after it', async () => {
      const url = await server().createDatabase()
      const store = rightOrThrow(await openPostgresLog(url)())
      for (let at = 0; at < 20; at += 1) await appendOrThrow(store, newBorrower(), 'none', newEvents(1))
      const auditor = new Client({ connectionString: url })
      await auditor.connect()
      await auditor.query('BEGIN; SELECT FROM log.events')
      const shuffling = shuffle(store, {
        after: undefined,
        before: '000000000020' as Position,
        closings: [],
        fixed: [],
      })
      const began = performance.now()
      while (performance.now() - began < 4000) await appendOrThrow(store, newStream(), 'none', newEvents(1))
      await auditor.end()
      await shuffling
      expect(await store.shuffling?.shuffledBefore()).toBe('000000000020')
      await store.close()
    })

    it('loses no append and no event of a reader while segments are shuffled', async () => {
      const store = rightOrThrow(await openPostgresLog(await server().createDatabase())())
      for (let at = 0; at < 40; at += 1) await appendOrThrow(store, newBorrower(), 'none', newEvents(20))
      const ids = new Set((await readWholeLog(store)).map(({ id }) => id))
      const shuffling = new AbortController()
      const appending = (async () => {
        while (!shuffling.signal.aborted) {
          const appended = newEvents(1)
          await appendOrThrow(store, newBorrower(), 'none', appended)
          ids.add(appended[0]!.id)
        }
      })()
      const repeatedEvents: number[] = []
      const reasons = new Set<string>()
      const reading = (async () => {
        while (!shuffling.signal.aborted || repeatedEvents.length === 0)
          await readWholeLog(store).then(
            (events) => repeatedEvents.push(events.length - new Set(events.map(({ id }) => id)).size),
            (error: unknown) => reasons.add((error as StoreUnavailable).reason),
          )
      })()
      const segment = { after: undefined, before: '000000000800' as Position, closings: [], fixed: [] }
      for (let times = 0; times < 10; times += 1) await shuffle(store, segment)
      shuffling.abort()
      await Promise.all([appending, reading])
      expect(new Set((await readWholeLog(store)).map(({ id }) => id))).toEqual(ids)
      expect(new Set(repeatedEvents)).toEqual(new Set([0]))
      for (const reason of reasons) expect(reason).toMatch(/put in another order/)
      await store.close()
    })
  })

  describe('the role of the service, which may shuffle events', () => {
    let owner: string
    let service: string
    let auditor: string
    let store: EventStore
    let log: ReadonlyArray<RecordedEvent>
    /** Positions 1 and 2 are of one borrower, 3 and 5 of another, 4 and 6 to 8 each of one more. */
    beforeEach(async () => {
      owner = await server().createDatabase()
      const roles = await createRoles(owner)
      rightOrThrow(await grantLogRights(roles)(owner)())
      service = urlForRole(roles.service)(owner)
      auditor = urlForRole(roles.auditor)(owner)
      store = rightOrThrow(await openPostgresLog(service)())
      await appendOrThrow(store, newBorrower(), 'none', newEvents(2))
      const other = newBorrower()
      await appendOrThrow(store, other, 'none', newEvents(1))
      await appendOrThrow(store, newBorrower(), 'none', newEvents(1))
      await appendOrThrow(store, other, 0, newEvents(1))
      for (let at = 0; at < 3; at += 1) await appendOrThrow(store, newBorrower(), 'none', newEvents(1))
      log = await readWholeLog(store)
    })
    afterEach(() => store.close())

    const callShuffle = (segment: string, places: string, newPlaces: string) =>
      server().runStatements(service, `SELECT log.shuffle(${segment}, ${places}, ${newPlaces})`)
    const idsInOrder = async () => (await readWholeLog(store)).map(({ id }) => id)

    it('gives events each other’s positions, and changes nothing else in them', async () => {
      await callShuffle('0, 7', 'ARRAY[1,2,3,4,5,6]', 'ARRAY[2,6,1,3,4,5]')
      const after = await readWholeLog(store)
      expect(after).toEqual(
        [3, 1, 4, 5, 6, 2, 7, 8].map((was, at) => ({ ...log[was - 1], position: log[at]?.position })),
      )
      expect(await server().runStatements(auditor, lastShuffle)).toEqual([{ after: 0, before: 7 }])
    })

    it.each([
      ['two events one position', '0, 7', 'ARRAY[1,3]', 'ARRAY[1,1]', /not those of the same events/],
      ['one event two positions', '0, 7', 'ARRAY[3,3]', 'ARRAY[3,4]', /not those of the same events/],
      ['events the positions of others', '0, 7', 'ARRAY[3,4]', 'ARRAY[4,6]', /not those of the same events/],
      ['an event no position', '0, 7', 'ARRAY[3,4]', 'ARRAY[4,NULL]', /not within the segment/],
      ['fewer positions than events', '0, 7', 'ARRAY[3,4,6]', 'ARRAY[4,3]', /not within the segment/],
      ['an event a position before the segment', '2, 7', 'ARRAY[3,2]', 'ARRAY[2,3]', /not within the segment/],
      ['an event a position at the end of the segment', '2, 7', 'ARRAY[6,7]', 'ARRAY[7,6]', /not within the segment/],
      ['the second event of a stream the first place', '0, 7', 'ARRAY[1,2]', 'ARRAY[2,1]', /out of order/],
      ['an event a place after the next one of its stream', '0, 7', 'ARRAY[3,6]', 'ARRAY[6,3]', /out of order/],
    ])('may not give %s', async (_, segment, places, newPlaces, message) => {
      await expect(callShuffle(segment, places, newPlaces)).rejects.toMatchObject({
        code: '22023',
        message: expect.stringMatching(message) as string,
      })
      expect(await readWholeLog(store)).toEqual(log)
      expect(await store.shuffling?.shuffledBefore()).toBeUndefined()
    })

    it.each([
      ['has no beginning', 'NULL, 7', /begins at the end of the last/],
      ['has no end', '0, NULL', /begins at the end of the last/],
      ['begins before the log', '-1, 7', /begins at the end of the last/],
      ['ends before it begins', '7, 4', /begins at the end of the last/],
      ['holds the last event', '0, 9', /ends before the last event/],
    ])('may not shuffle a segment that %s', async (_, segment, message) => {
      await expect(callShuffle(segment, "'{}'", "'{}'")).rejects.toMatchObject({
        code: '22023',
        message: expect.stringMatching(message) as string,
      })
    })

    it('may not move an event to a position that has none', async () => {
      await server().runStatements(owner, 'DELETE FROM log.events WHERE position = 4')
      const before = await idsInOrder()
      await expect(callShuffle('0, 7', 'ARRAY[4,6]', 'ARRAY[6,4]')).rejects.toMatchObject({ code: '22023' })
      expect(await idsInOrder()).toEqual(before)
    })

    it('shuffles the last segment once more, and no earlier or overlapping one', async () => {
      await callShuffle('0, 4', "'{}'", "'{}'")
      await callShuffle('4, 7', "'{}'", "'{}'")
      const refused = { code: '22023', message: expect.stringMatching(/begins at the end of the last/) as string }
      for (const segment of ['0, 4', '0, 7', '3, 7', '4, 6', '4, 8'])
        await expect(callShuffle(segment, "'{}'", "'{}'")).rejects.toMatchObject(refused)
      await callShuffle('4, 7', 'ARRAY[5,6]', 'ARRAY[6,5]')
      await callShuffle('7, 8', "'{}'", "'{}'")
      expect(await server().runStatements(auditor, lastShuffle)).toEqual([{ after: 7, before: 8 }])
    })

    it('shuffles the others of a month in which the owner changed a revision', async () => {
      await server().runStatements(owner, 'UPDATE log.events SET revision = 7 WHERE position = 1')
      await callShuffle('0, 7', 'ARRAY[3,4]', 'ARRAY[4,3]')
      expect((await idsInOrder()).slice(2, 4)).toEqual([log[3]?.id, log[2]?.id])
    })
  })
})
