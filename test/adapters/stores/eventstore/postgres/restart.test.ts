import { either } from 'fp-ts'
import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-log'
import type { EventStore, StoredEvent } from '../../../../../domain/ports/event-store'
import { aStream, events, idsOf, wholeLog } from '../../../../contract/event-store/given'
import { withOwnPostgres } from '../../../../fixtures/postgres/with-postgres'
import { right } from '../../../../fixtures/right'

/** Appends one after another until told to stop, each again with the same ids until it is acknowledged. */
const appendUntil = async (store: EventStore, stopped: () => boolean): Promise<ReadonlyArray<StoredEvent>> => {
  const acknowledged: StoredEvent[] = []
  while (!stopped()) {
    const [stream, given] = [aStream(), events(1)]
    while (either.isLeft(await store.append(stream, 'none', given)())) await new Promise((turn) => setTimeout(turn, 20))
    acknowledged.push(...given)
  }
  return acknowledged
}

withOwnPostgres((server) => {
  describe('a log whose server is killed while 16 callers append', () => {
    it('loses nothing that it acknowledged, keeps nothing twice, and its subscriptions go on', async () => {
      const store = right(await openPostgresLog(await server().newDatabase())())
      let stopped = false
      const appending = Promise.all(Array.from({ length: 16 }, () => appendUntil(store, () => stopped)))
      const seen: string[] = []
      const subscription = store.subscribe({})
      const following = (async () => {
        for await (const page of subscription.pages) seen.push(...idsOf(page))
      })()
      for (let kills = 0; kills < 3; kills += 1) {
        await new Promise((turn) => setTimeout(turn, 300))
        await server().own.kill()
        await server().own.start()
      }
      await new Promise((turn) => setTimeout(turn, 500))
      stopped = true
      const acknowledged = idsOf((await appending).flat())
      const log = idsOf(await wholeLog(store))
      expect(acknowledged.length).toBeGreaterThan(50)
      expect(new Set(log).size).toBe(log.length)
      expect(new Set(log)).toEqual(new Set(acknowledged))
      while (seen.length < log.length) await new Promise((turn) => setTimeout(turn, 20))
      expect(seen).toEqual(log)
      subscription.close()
      await following
      await store.close()
    })

    it('says that it is not there while it is not, and takes up again by itself', async () => {
      const store = right(await openPostgresLog(await server().newDatabase())())
      await server().own.kill()
      const [stream, given] = [aStream(), events(1)]
      expect(await store.append(stream, 'none', given)()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      expect(await store.health()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      await expect(wholeLog(store)).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
      const subscription = store.subscribe({})
      const pages = subscription.pages[Symbol.asyncIterator]()
      const caughtUp = pages.next()
      await server().own.start()
      expect(await caughtUp).toEqual({ done: false, value: [] })
      expect(await store.append(stream, 'none', given)()).toMatchObject({ right: { repeated: false } })
      subscription.close()
      await store.close()
    })
  })
})
