import type { StreamAddress } from '../event/stream'
import type { Day } from '../values/day'
import type { EventId } from '../values/ids'
import { monthOf } from '../values/month'
import type { AppendResult, ReadStreamOptions, Revision } from '../ports/event-store'
import type { StreamEventReference } from '../ports/state-cache'
import { isSoughtEventRuledOut } from './last-events'
import type { LoadDependencies } from './load-aggregate'

type EventPlace = Pick<AppendResult, 'revision' | 'position'>

const startingFrom = (from: Revision | undefined): Pick<ReadStreamOptions, 'from'> =>
  from === undefined ? {} : { from }

/** How many events each read takes. Most commands are new, so the first read takes one. */
const readLimits = [1, 15, Infinity]

/** The place of the last event of the command. The events of one command stand side by side. */
const resultOfLastEvent = (
  eventPlaces: ReadonlyMap<EventId, EventPlace>,
  eventIdAt: (index: number) => EventId,
  first: EventPlace,
): AppendResult => {
  let last = first
  for (let index = 1; ; index++) {
    const next = eventPlaces.get(eventIdAt(index))
    if (next === undefined) return { ...last, repeated: true }
    last = next
  }
}

/**
 * The idempotency check. Finds the result of an earlier run of the same command: the first event id derived from its
 * cause stands in the stream. Answers the place of the command's last event, as the first run did. Reads backwards and
 * stops at events recorded before `since`. Reads nothing when `last`, the last events of the stream as they were
 * loaded, already rule the command out.
 */
export const findPriorResult =
  (dependencies: Pick<LoadDependencies, 'stores'>) =>
  (
    address: StreamAddress,
    eventIdAt: (index: number) => EventId,
    since: Day,
    last: ReadonlyArray<StreamEventReference>,
  ) =>
  async (): Promise<AppendResult | undefined> => {
    const earliest = address.log === 'circulation' ? since : monthOf(since)
    if (isSoughtEventRuledOut(last, (id) => id === eventIdAt(0), earliest)) return undefined
    const first = eventIdAt(0)
    const store = dependencies.stores[address.log]
    const eventPlaces = new Map<EventId, EventPlace>()
    let from: Revision | undefined
    for (const limit of readLimits) {
      for await (const page of store.readStream(address.stream, {
        direction: 'backwards',
        limit,
        ...startingFrom(from),
      }))
        for (const { id, revision, position, recorded } of page) {
          if (recorded < earliest) return undefined
          if (id === first) return resultOfLastEvent(eventPlaces, eventIdAt, { revision, position })
          eventPlaces.set(id, { revision, position })
          from = revision - 1
        }
      if (from === undefined || from < 0) return undefined
    }
    return undefined
  }
