import type { EventStore } from '../../../domain/ports/event-store'
import { createGiveWay } from '../../system/concurrency/give-way-to-requests'

/** So many events are read in a few ms. */
const eventsOnPage = 64

/** Few events are folded in a millisecond, also the longest ones: the declarations of erasures. */
const eventsInPart = 8

/** A log whose reading lets waiting requests be answered: it hands over its events in small parts. */
export const giveWayWhileReading = (log: Pick<EventStore, 'readAll'>): Pick<EventStore, 'readAll'> => ({
  readAll: async function* (options) {
    const giveWay = createGiveWay()
    for await (const page of log.readAll({ ...options, maxPageSize: eventsOnPage }))
      for (let from = 0; from < page.length; from += eventsInPart) {
        yield page.slice(from, from + eventsInPart)
        await giveWay()
      }
  },
})
