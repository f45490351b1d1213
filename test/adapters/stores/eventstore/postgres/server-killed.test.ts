import { either } from 'fp-ts'
import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import type { EventStore, StoredEvent } from '../../../../../domain/ports/event-store'
import { newStream, newEvents, eventIds, readWholeLog } from '../../../../contract/event-store/event-store-steps'
import { withOwnPostgres } from '../../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { waitUntil } from '../../../../fixtures/wait-until'

/** Appends until stopped; repeats each append with the same ids until it is acknowledged. */
const appendUntil = async (store: EventStore, stopped: () => boolean): Promise<ReadonlyArray<StoredEvent>> => {
  const acknowledged: StoredEvent[] = []
  while (!stopped()) {
    const [stream, appended] = [newStream(), newEvents(1)]
    while (either.isLeft(await store.append(stream, 'none', appended)()))
      await new Promise((turn) => setTimeout(turn, 20))
    acknowledged.push(...appended)
  }
  return acknowledged
}

withOwnPostgres((server) => {
  describe('a log whose server is killed while 16 callers append', () => {
    it('keeps every acknowledged event once, and its subscriptions continue', async () => {
      const store = rightOrThrow(await openPostgresLog(await server().createDatabase())())
      let stopped = false
      const appending = Promise.all(Array.from({ length: 16 }, () => appendUntil(store, () => stopped)))
      const seen: string[] = []
      const subscription = store.subscribe({})
      const following = (async () => {
        for await (const page of subscription.pages) seen.push(...eventIds(page))
      })()
      const anotherTwenty = (from = seen.length) => waitUntil(() => seen.length >= from + 20)
      for (let kills = 0; kills < 3; kills += 1) {
        await anotherTwenty()
        await server().ownServer.kill()
        await server().ownServer.start()
      }
      await anotherTwenty()
      stopped = true
      const acknowledged = eventIds((await appending).flat())
      const log = eventIds(await readWholeLog(store))
      expect(acknowledged.length).toBeGreaterThan(50)
      expect(new Set(log).size).toBe(log.length)
      expect(new Set(log)).toEqual(new Set(acknowledged))
      while (seen.length < log.length) await new Promise((turn) => setTimeout(turn, 20))
      expect(seen).toEqual(log)
      subscription.close()
      await following
      await store.close()
    })

    it('answers StoreUnavailable while the server is down, and works again after its restart', async () => {
      const store = rightOrThrow(await openPostgresLog(await server().createDatabase())())
      await server().ownServer.kill()
      const [stream, appended] = [newStream(), newEvents(1)]
      expect(await store.append(stream, 'none', appended)()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      expect(await store.health()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      await expect(readWholeLog(store)).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
      const subscription = store.subscribe({})
      const pages = subscription.pages[Symbol.asyncIterator]()
      const caughtUp = pages.next()
      await server().ownServer.start()
      expect(await caughtUp).toEqual({ done: false, value: [] })
      expect(await store.append(stream, 'none', appended)()).toMatchObject({ right: { repeated: false } })
      subscription.close()
      await store.close()
    })
  })
})
