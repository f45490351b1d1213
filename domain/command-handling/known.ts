import type { Address } from '../event/stream'
import type { Day } from '../values/day'
import type { EventId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Appended, ReadStream, Revision } from '../ports/event-store'
import type { LastEvent } from '../ports/state-cache'
import { areRuledOut } from './last-events'
import type { Shelf } from './load'

type Place = Pick<Appended, 'revision' | 'position'>

const backFrom = (from: Revision | undefined): Pick<ReadStream, 'from'> => (from === undefined ? {} : { from })

/** How many events are read at a time. Most commands are new, and the stream's last event is older than they are. */
const looks = [1, 15, Infinity]

/** The last of the events that the command made: they stand side by side. */
const lastOf = (places: ReadonlyMap<EventId, Place>, idAt: (index: number) => EventId, first: Place): Appended => {
  let last = first
  for (let index = 1; ; index++) {
    const next = places.get(idAt(index))
    if (next === undefined) return { ...last, repeated: true }
    last = next
  }
}

/**
 * Whether a command has been carried out before: the first event derived from its cause stands in the stream. Answers
 * where its last event stands, as the first answer did. Looks back from the stream's end, and no further than the
 * time the command names: so not at all when `last`, the stream's last events as they were loaded, reach back so far.
 */
export const known =
  (shelf: Pick<Shelf, 'stores'>) =>
  (address: Address, idAt: (index: number) => EventId, since: Day, last: ReadonlyArray<LastEvent>) =>
  async (): Promise<Appended | undefined> => {
    const earliest = address.log === 'circulation' ? since : monthOf(since)
    if (areRuledOut(last, (id) => id === idAt(0), earliest)) return undefined
    const first = idAt(0)
    const store = shelf.stores[address.log]
    const places = new Map<EventId, Place>()
    let from: Revision | undefined
    for (const limit of looks) {
      for await (const page of store.readStream(address.stream, { direction: 'backwards', limit, ...backFrom(from) }))
        for (const { id, revision, position, recorded } of page) {
          if (recorded < earliest) return undefined
          if (id === first) return lastOf(places, idAt, { revision, position })
          places.set(id, { revision, position })
          from = revision - 1
        }
      if (from === undefined || from < 0) return undefined
    }
    return undefined
  }
