import type { Address } from '../event/stream'
import type { Day } from '../language/day'
import type { EventId } from '../language/ids'
import { monthOf } from '../language/month'
import type { Appended } from '../ports/event-store'
import type { Shelf } from './load'

/**
 * Whether a command has been carried out before: the first event derived from its cause stands in the stream.
 * Looks back from the stream's end, and no further than the time the command names.
 */
export const known =
  (shelf: Pick<Shelf, 'stores'>) =>
  (address: Address, first: EventId, since: Day) =>
  async (): Promise<Appended | undefined> => {
    const earliest = address.log === 'circulation' ? since : monthOf(since)
    for await (const page of shelf.stores[address.log].readStream(address.stream, { direction: 'backwards' }))
      for (const event of page) {
        if (event.recorded < earliest) return undefined
        if (event.id === first) return { revision: event.revision, position: event.position, repeated: true }
      }
    return undefined
  }
