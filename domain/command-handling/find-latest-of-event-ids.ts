import type { StreamAddress } from '../event/stream'
import type { Day } from '../values/day'
import type { EventId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Revision } from '../ports/event-store'
import { isSoughtEventRuledOut } from './last-events'
import type { LoadDependencies } from './load-aggregate'

/** How many events each read takes. Most streams have had no event for days, so the first read takes one. */
const readLimits = [1, 31, Infinity]

/**
 * Finds the latest event of a stream that has one of the given ids; undefined when there is none. Reads the stream once
 * for all ids, backwards, and stops at events recorded before `since`. Reads nothing when the cached last events rule
 * them all out.
 */
export const findLatestOfEventIds =
  ({ stores, cache }: Pick<LoadDependencies, 'stores' | 'cache'>) =>
  ({ log, stream }: StreamAddress, eventIds: ReadonlySet<EventId>, since: Day) =>
  async (): Promise<EventId | undefined> => {
    const earliest = log === 'circulation' ? since : monthOf(since)
    const cached = cache.get({ log, stream })
    const isCurrent = cached !== undefined && stores[log].recent?.endOf(stream) === cached.revision
    if (isCurrent && isSoughtEventRuledOut(cached.last, (id) => eventIds.has(id), earliest)) return undefined
    let from: Revision | undefined
    for (const limit of readLimits) {
      const start = from === undefined ? {} : { from }
      for await (const page of stores[log].readStream(stream, { direction: 'backwards', limit, ...start }))
        for (const { id, revision, recorded } of page) {
          if (recorded < earliest) return undefined
          if (eventIds.has(id)) return id
          from = revision - 1
        }
      if (from === undefined || from < 0) return undefined
    }
    return undefined
  }
