import type { EventStore, Page, Position } from '../../../domain/ports/event-store'
import { append, aStream, coming, events, idsOf, take, wholeLog } from './given'

const appendInTurn = async (store: EventStore, appends: number): Promise<void> => {
  for (let at = 0; at < appends; at += 1) await append(store, aStream(), 'none', events(1 + (at % 3)))
}

export const subscribing = (store: () => EventStore): void => {
  it('gives what stands in the log, says that it has caught up, and goes on with what comes', async () => {
    const before = events(3)
    await append(store(), aStream(), 'none', before)
    const subscription = store().subscribe({})
    const pages = subscription.pages[Symbol.asyncIterator]()
    expect(await coming(pages, 3)).toEqual(idsOf(before))
    expect((await pages.next()).value).toEqual([])
    const heard = coming(pages, 2)
    const later = events(2)
    await append(store(), aStream(), 'none', later)
    expect(await heard).toEqual(idsOf(later))
    subscription.close()
    expect((await pages.next()).done).toBe(true)
  })

  it('misses nothing and gives nothing twice while 8 callers append', async () => {
    await appendInTurn(store(), 300)
    const subscription = store().subscribe({})
    const taken = take(subscription, 600 + 8 * 60)
    await Promise.all(Array.from({ length: 8 }, () => appendInTurn(store(), 30)))
    expect(await taken).toEqual(idsOf(await wholeLog(store())))
  })

  it('resumes after any position, as often as it drops, while others append', async () => {
    const appending = appendInTurn(store(), 200)
    const taken: Array<string> = []
    let after: Position | undefined
    while (taken.length < 399) {
      const subscription = store().subscribe(after === undefined ? {} : { after })
      for await (const page of subscription.pages) {
        taken.push(...idsOf(page))
        after = page.at(-1)?.position ?? after
        if (page.length > 0) break
      }
      subscription.close()
    }
    await appending
    expect(taken).toEqual(idsOf(await wholeLog(store())))
  })

  it('gives pages of at most 512 events to a slow reader, and all of them in the end', async () => {
    const subscription = store().subscribe({})
    const pages = subscription.pages[Symbol.asyncIterator]()
    expect((await pages.next()).value).toEqual([])
    const given = events(1400)
    await append(store(), aStream(), 'none', given)
    const taken: Array<string> = []
    while (taken.length < given.length) {
      const page = (await pages.next()).value as Page
      expect(page.length).toBeLessThanOrEqual(512)
      taken.push(...idsOf(page))
    }
    expect(taken).toEqual(idsOf(given))
    subscription.close()
  })

  it('ends when it is closed, and when the store is, also for one who waits', async () => {
    const [own, stores] = [store().subscribe({}), store().subscribe({})]
    const ended = Promise.all([own, stores].map((subscription) => take(subscription, Infinity)))
    own.close()
    await new Promise((turn) => setImmediate(turn))
    await store().close()
    expect(await ended).toEqual([[], []])
  })
}
