import type { Address } from '../event/stream'
import type { Day } from '../language/day'
import type { EventId } from '../language/ids'
import { monthOf } from '../language/month'
import type { Appended, ReadStream, Revision } from '../ports/event-store'
import type { Shelf } from './load'

type Place = Pick<Appended, 'revision' | 'position'>

const backFrom = (from: Revision | undefined): Pick<ReadStream, 'from'> => (from === undefined ? {} : { from })

/** Most streams have had an event or two since the command was given; only then is more than these read. */
const firstLook = 4

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
 * time the command names.
 */
export const known =
  (shelf: Pick<Shelf, 'stores'>) =>
  (address: Address, idAt: (index: number) => EventId, since: Day) =>
  async (): Promise<Appended | undefined> => {
    const earliest = address.log === 'circulation' ? since : monthOf(since)
    const store = shelf.stores[address.log]
    const first = idAt(0)
    const places = new Map<EventId, Place>()
    let from: Revision | undefined
    for (const limit of [firstLook, Infinity]) {
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
