import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import {
  appendOrThrow,
  newEvents,
  newStream,
  readWholeLog,
  readWholeStream,
} from '../../../../contract/event-store/event-store-steps'
import { withPostgres } from '../../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

withPostgres((server) => {
  describe('a log on PostgreSQL in which somebody changed a row', () => {
    /** A log with two events in one stream and one in another, after a change of the second event. */
    const withChangedRow = async (change: string) => {
      const url = await server().createDatabase()
      const [changed, other] = [newStream(), newStream()]
      const first = rightOrThrow(await openPostgresLog(url)())
      await appendOrThrow(first, changed, 'none', newEvents(2))
      await appendOrThrow(first, other, 'none', newEvents(1))
      await server().runStatements(url, `UPDATE log.events SET ${change} WHERE position = 2`)
      await first.close()
      return { store: rightOrThrow(await openPostgresLog(url)()), changed, other }
    }

    it.each([['-3'], ['1000000000000'], ['9007199254740993']])(
      'reads all others when an event was moved to position %s, and names it',
      async (position) => {
        const { store, changed, other } = await withChangedRow(`position = ${position}`)
        expect(await store.head()).toBe('000000000003')
        const appended = await appendOrThrow(store, other, 0, newEvents(1))
        expect(appended.position).toBe('000000000004')
        expect((await readWholeLog(store)).map((event) => event.position)).toEqual([
          '000000000001',
          '000000000003',
          '000000000004',
        ])
        const [, moved] = await readWholeStream(store, changed)
        expect(moved).toMatchObject({ revision: 1, rangeFault: 'position' })
        expect(await store.eventsOutOfRange?.()).toEqual([moved])
        await store.close()
      },
    )

    it.each([['-1'], ['2147483648'], ['9223372036854775807']])(
      'reads all events when one got the revision %s',
      async (revision) => {
        const { store } = await withChangedRow(`revision = ${revision}`)
        const events = await readWholeLog(store)
        expect(events).toHaveLength(3)
        expect(events[1]?.rangeFault).toBe(revision === '2147483648' ? undefined : 'revision')
        expect(events[1]?.revision).toBe(Number(revision))
        expect(await store.eventsOutOfRange?.()).toEqual([])
        await store.close()
      },
    )
  })
})
