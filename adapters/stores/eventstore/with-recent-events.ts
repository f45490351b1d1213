import * as E from 'fp-ts/Either'
import type { EventStore, EventPage, ReadStreamOptions } from '../../../domain/ports/event-store'
import { positionOfSequence } from './sequence-position'
import { defaultPageSize } from './read-in-pages'
import { updatableRecentEvents, type UpdatableRecentEvents } from './recent-events'
import { logSubscriptions } from './log-subscriptions'

/** Passes pages through, and records the end of the stream when it is read forwards to the end. */
const recordingStreamEnds =
  (store: EventStore, recent: UpdatableRecentEvents): EventStore['readStream'] =>
  (stream, options: ReadStreamOptions) => {
    const pages = store.readStream(stream, options)
    if (options.direction !== 'forwards' || options.limit !== undefined) return pages
    return (async function* () {
      let end = (options.from ?? 0) - 1
      for await (const page of pages) {
        end = page.at(-1)?.revision ?? end
        yield page
      }
      recent.setEnd(stream, end)
    })()
  }

const pageAfter = async (store: EventStore, after: number, count: number): Promise<EventPage> => {
  const from = after === 0 ? {} : { after: positionOfSequence(after) }
  for await (const page of store.readAll({ ...from, limit: count })) return page
  return []
}

/**
 * Adds the last events in memory to a log that only this process writes: consumers of the log read them there, and not
 * from the disk. The sequence numbers count from 1, without gaps.
 */
export const withRecentEvents = async (store: EventStore): Promise<EventStore> => {
  const recent = updatableRecentEvents()
  recent.setHead(await store.head())
  const logPage = (after: number, count: number): EventPage | Promise<EventPage> => {
    const page = recent.after(after === 0 ? '' : positionOfSequence(after))
    return page === undefined ? pageAfter(store, after, count) : page.length > count ? page.slice(0, count) : page
  }
  const neverRead = (): EventPage => []
  const subscriptions = logSubscriptions(
    { logPage, streamPageForwards: neverRead, streamPageBackwards: neverRead },
    defaultPageSize,
  )
  const head: EventStore['head'] = async () => {
    const known = recent.head()
    if (known !== undefined) return known || undefined
    recent.setHead(await store.head())
    return recent.head() || undefined
  }
  return {
    ...store,
    recent,
    append: (stream, expected, events) => async () => {
      const appended = await store.append(stream, expected, events)()
      if (E.isRight(appended)) {
        recent.addAppended(stream, events, appended.right)
        subscriptions.notifyAppended()
      } else if (appended.left._tag === 'StoreUnavailable') recent.invalidate()
      return appended
    },
    readStream: recordingStreamEnds(store, recent),
    subscribe: subscriptions.subscribe,
    head,
    close: () => {
      subscriptions.close()
      return store.close()
    },
  }
}
