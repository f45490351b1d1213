import * as E from 'fp-ts/Either'
import type { EventStore, Page, ReadStream } from '../../../domain/ports/event-store'
import { positionOf } from './position'
import { usualPageSize } from './reading'
import { recentEventsOfWriter, type RecentEventsOfWriter } from './recent-events'
import { subscribing } from './subscribing'

/** Passes pages through; a whole read forwards tells where the stream ends. */
const readStreamOf =
  (store: EventStore, recent: RecentEventsOfWriter): EventStore['readStream'] =>
  (stream, read: ReadStream) => {
    const pages = store.readStream(stream, read)
    if (read.direction !== 'forwards' || read.limit !== undefined) return pages
    return (async function* () {
      let end = (read.from ?? 0) - 1
      for await (const page of pages) {
        end = page.at(-1)?.revision ?? end
        yield page
      }
      recent.endIs(stream, end)
    })()
  }

const pageAfter = async (store: EventStore, after: number, count: number): Promise<Page> => {
  const from = after === 0 ? {} : { after: positionOf(after) }
  for await (const page of store.readAll({ ...from, limit: count })) return page
  return []
}

/**
 * A log of which this process is the only writer, with its last events in memory: who follows it reads them there, and
 * not from the disk once more. Positions count by one from 1.
 */
export const withRecentEvents = async (store: EventStore): Promise<EventStore> => {
  const recent = recentEventsOfWriter()
  recent.headIs(await store.head())
  const ofLog = (after: number, count: number): Page | Promise<Page> => {
    const page = recent.after(after === 0 ? '' : positionOf(after))
    return page === undefined ? pageAfter(store, after, count) : page.length > count ? page.slice(0, count) : page
  }
  const unread = (): Page => []
  const subscriptions = subscribing({ ofLog, forwards: unread, backwards: unread }, usualPageSize)
  const head: EventStore['head'] = async () => {
    const known = recent.head()
    if (known !== undefined) return known || undefined
    recent.headIs(await store.head())
    return recent.head() || undefined
  }
  return {
    ...store,
    recent,
    append: (stream, expected, events) => async () => {
      const appended = await store.append(stream, expected, events)()
      if (E.isRight(appended)) {
        recent.appended(stream, events, appended.right)
        subscriptions.appended()
      } else if (appended.left._tag === 'StoreUnavailable') recent.uncertain()
      return appended
    },
    readStream: readStreamOf(store, recent),
    subscribe: subscriptions.subscribe,
    head,
    close: () => {
      subscriptions.close()
      return store.close()
    },
  }
}
