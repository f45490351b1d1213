import type { StreamAddress } from '../event/stream'
import type { Day } from '../values/day'
import type { EventId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Revision } from '../ports/event-store'
import type { LoadDependencies } from './load-aggregate'

/** How many events each read takes. Most streams have had no event for days, so the first read takes one. */
const readLimits = [1, 31, Infinity]

/**
 * Finds the latest event of a stream that has one of the given ids; undefined when there is none. Reads the stream once
 * for all ids, backwards, and stops at events recorded before `since`.
 */
export const findLatestEvent =
  ({ stores }: Pick<LoadDependencies, 'stores'>) =>
  ({ log, stream }: StreamAddress, eventIds: ReadonlySet<EventId>, since: Day) =>
  async (): Promise<EventId | undefined> => {
    const earliest = log === 'circulation' ? since : monthOf(since)
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
