import type { EventStore, EventPage, Position } from '../../../domain/ports/event-store'
import {
  appendOrThrow,
  newStream,
  nextEventIds,
  newEvents,
  eventIds,
  takeEventIds,
  readWholeLog,
} from './event-store-steps'

const appendSeveral = async (store: EventStore, appends: number): Promise<void> => {
  for (let at = 0; at < appends; at += 1) await appendOrThrow(store, newStream(), 'none', newEvents(1 + (at % 3)))
}

export const subscribingContract = (store: () => EventStore): void => {
  it('gives the events of the log, an empty page when it has caught up, and then new events', async () => {
    const before = newEvents(3)
    await appendOrThrow(store(), newStream(), 'none', before)
    const subscription = store().subscribe({})
    const pages = subscription.pages[Symbol.asyncIterator]()
    expect(await nextEventIds(pages, 3)).toEqual(eventIds(before))
    expect((await pages.next()).value).toEqual([])
    const next = nextEventIds(pages, 2)
    const later = newEvents(2)
    await appendOrThrow(store(), newStream(), 'none', later)
    expect(await next).toEqual(eventIds(later))
    subscription.close()
    expect((await pages.next()).done).toBe(true)
  })

  it('gives every event once while 8 callers append', async () => {
    await appendSeveral(store(), 300)
    const subscription = store().subscribe({})
    const ids = takeEventIds(subscription, 600 + 8 * 60)
    await Promise.all(Array.from({ length: 8 }, () => appendSeveral(store(), 30)))
    expect(await ids).toEqual(eventIds(await readWholeLog(store())))
  })

  it('resumes after any position while others append', async () => {
    const appending = appendSeveral(store(), 200)
    const ids: Array<string> = []
    let after: Position | undefined
    while (ids.length < 399) {
      const subscription = store().subscribe(after === undefined ? {} : { after })
      for await (const page of subscription.pages) {
        ids.push(...eventIds(page))
        after = page.at(-1)?.position ?? after
        if (page.length > 0) break
      }
      subscription.close()
    }
    await appending
    expect(ids).toEqual(eventIds(await readWholeLog(store())))
  })

  it('gives a slow consumer all events, in pages of at most 512', async () => {
    const subscription = store().subscribe({})
    const pages = subscription.pages[Symbol.asyncIterator]()
    expect((await pages.next()).value).toEqual([])
    const appended = newEvents(1400)
    await appendOrThrow(store(), newStream(), 'none', appended)
    const ids: Array<string> = []
    while (ids.length < appended.length) {
      const page = (await pages.next()).value as EventPage
      expect(page.length).toBeLessThanOrEqual(512)
      ids.push(...eventIds(page))
    }
    expect(ids).toEqual(eventIds(appended))
    subscription.close()
  })

  it('ends when it is closed and when the store is closed, also while a consumer waits', async () => {
    const [own, stores] = [store().subscribe({}), store().subscribe({})]
    const ended = Promise.all([own, stores].map((subscription) => takeEventIds(subscription, Infinity)))
    own.close()
    await new Promise((turn) => setImmediate(turn))
    await store().close()
    expect(await ended).toEqual([[], []])
  })
}
