import type { Address } from '../event/stream'
import type { Day } from '../values/day'
import type { EventId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Revision } from '../ports/event-store'
import { areRuledOut } from './last-events'
import type { Shelf } from './load'

/** How many events are read at a time: most streams have not been written to for days. */
const looks = [1, 31, Infinity]

/**
 * Which of some events stands in a stream: the last of them, or undefined. Looks back from the stream's end once for all
 * of them, and no further than what was recorded on a day.
 */
export const firstFound =
  ({ stores, cache }: Pick<Shelf, 'stores' | 'cache'>) =>
  ({ log, stream }: Address, sought: ReadonlySet<EventId>, since: Day) =>
  async (): Promise<EventId | undefined> => {
    const earliest = log === 'circulation' ? since : monthOf(since)
    const cached = cache.get({ log, stream })
    const isCurrent = cached !== undefined && stores[log].recent?.endOf(stream) === cached.revision
    if (isCurrent && areRuledOut(cached.last, (id) => sought.has(id), earliest)) return undefined
    let from: Revision | undefined
    for (const limit of looks) {
      const start = from === undefined ? {} : { from }
      for await (const page of stores[log].readStream(stream, { direction: 'backwards', limit, ...start }))
        for (const { id, revision, recorded } of page) {
          if (recorded < earliest) return undefined
          if (sought.has(id)) return id
          from = revision - 1
        }
      if (from === undefined || from < 0) return undefined
    }
    return undefined
  }
