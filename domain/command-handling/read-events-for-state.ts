import type * as T from 'fp-ts/Task'
import type { StreamName } from '../event/stream'
import type { EventStore, RecordedEvent, Revision } from '../ports/event-store'

/** How many of the last events are read to find one that the state restarts at. */
const lastEventsToRead = 8

/** Events of a stream that a state follows from, in stream order. */
interface EventsForState {
  readonly events: ReadonlyArray<RecordedEvent>
  /** The last events of the stream, without gaps. */
  readonly last: ReadonlyArray<RecordedEvent>
}

/** Where the state of an aggregate begins, and restarts. */
interface StateBounds {
  readonly restartsAt?: ReadonlySet<string> | undefined
  readonly beginsAt?: string | undefined
}

const readWhole =
  (store: Pick<EventStore, 'readStream'>, stream: StreamName, from: Revision): T.Task<EventsForState> =>
  async () => {
    const events: RecordedEvent[] = []
    for await (const page of store.readStream(stream, { direction: 'forwards', from })) events.push(...page)
    return { events, last: events }
  }

/**
 * Reads the first event, and those from the last one that the state restarts at. Reads all when none is near the end,
 * and when the state does not begin with the first event.
 */
const readFromRestart =
  (
    store: Pick<EventStore, 'readStream'>,
    stream: StreamName,
    restartsAt: ReadonlySet<string>,
    beginsAt: string | undefined,
  ): T.Task<EventsForState> =>
  async () => {
    const newestFirst: RecordedEvent[] = []
    for await (const page of store.readStream(stream, { direction: 'backwards', limit: lastEventsToRead }))
      newestFirst.push(...page)
    const last = newestFirst.toReversed()
    const [oldest] = last
    if (oldest === undefined || oldest.revision === 0) return { events: last, last }
    const restart = last.findLastIndex(({ type }) => restartsAt.has(type))
    if (restart === -1) return readWhole(store, stream, 0)()
    const first: RecordedEvent[] = []
    for await (const page of store.readStream(stream, { direction: 'forwards', limit: 1 })) first.push(...page)
    return beginsAt === undefined || first[0]?.type === beginsAt
      ? { events: [...first, ...last.slice(restart)], last }
      : readWhole(store, stream, 0)()
  }

/**
 * Reads the events that the state at the end of a stream follows from. These are the events from a revision on, when a
 * state before it is cached. Otherwise they are all events, or the first event and those from the last one that the
 * state restarts at.
 */
export const readEventsForState =
  (store: Pick<EventStore, 'readStream'>) =>
  (stream: StreamName, { restartsAt, beginsAt }: StateBounds, from: Revision): T.Task<EventsForState> =>
    from > 0 || restartsAt === undefined
      ? readWhole(store, stream, from)
      : readFromRestart(store, stream, restartsAt, beginsAt)
