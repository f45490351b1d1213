import { either, task } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../../domain/event/stream'
import type { ReactorCheckpoints } from '../../../../domain/ports/reactor-checkpoints'
import type {
  AppendError,
  AppendResult,
  EventStore,
  ExpectedRevision,
  Position,
  RecordedEvent,
  StoredEvent,
} from '../../../../domain/ports/event-store'
import { countEventsAfterPositionBySequence } from '../count-events-after'
import { validateAppend } from '../validate-append'
import { decideAppend } from '../decide-append'
import { positionOfSequence } from '../sequence-position'
import { readAllInPages, readStreamInPages, defaultEventPageSize } from '../read-event-pages'
import { createLogSubscriptions } from '../log-subscriptions'
import { createMemoryEvents, type MemoryEvents } from './memory-events'

/** A log and the checkpoints of its reactors in memory, for tests. */
interface MemoryLog {
  readonly events: EventStore
  readonly checkpoints: ReactorCheckpoints
}

const checkpointsInMemory = (): ReactorCheckpoints => {
  const positions = new Map<string, Position>()
  return {
    readPosition: (reactor) => () => Promise.resolve(positions.get(reactor)),
    writePosition: (reactor, position) => task.fromIO(() => void positions.set(reactor, position)),
  }
}

const recordEvents = (stored: MemoryEvents, stream: StreamName, events: ReadonlyArray<StoredEvent>): AppendResult => {
  const firstRevision = stored.streamLength(stream)
  const recorded: ReadonlyArray<RecordedEvent> = events.map((event, at) => ({
    ...event,
    sealed: Uint8Array.from(event.sealed),
    stream,
    revision: firstRevision + at,
    position: positionOfSequence(stored.eventCount() + at + 1),
  }))
  stored.add(stream, recorded)
  return {
    revision: firstRevision + events.length - 1,
    position: positionOfSequence(stored.eventCount()),
    repeated: false,
  }
}

const append = (
  stored: MemoryEvents,
  stream: StreamName,
  expected: ExpectedRevision,
  events: ReadonlyArray<StoredEvent>,
): Either<AppendError, AppendResult> => {
  const invalid = validateAppend(expected, events)
  if (invalid !== undefined) return either.left(invalid)
  const decision = decideAppend(stream, expected, events, stored.streamState(stream))
  if (either.isLeft(decision)) return decision
  return either.right(decision.right._tag === 'Repeat' ? decision.right.appended : recordEvents(stored, stream, events))
}

/** A log in memory that obeys every rule of the port. */
export const openMemoryLog = (): MemoryLog => {
  const stored = createMemoryEvents()
  const subscriptions = createLogSubscriptions(stored.pageReader, defaultEventPageSize)
  let isOpen = true
  const ifOpen = <A>(work: () => Either<AppendError, A>): Either<AppendError, A> =>
    isOpen ? work() : either.left({ _tag: 'StoreUnavailable', reason: 'the store is closed' })
  const head: EventStore['head'] = () =>
    Promise.resolve(stored.eventCount() === 0 ? undefined : positionOfSequence(stored.eventCount()))
  const events: EventStore = {
    append: (stream, expected, newEvents) => () => {
      const appended = ifOpen(() => append(stored, stream, expected, newEvents))
      subscriptions.notifyAppended()
      return Promise.resolve(appended)
    },
    readStream: readStreamInPages(stored.pageReader, defaultEventPageSize),
    readAll: readAllInPages(() => stored.pageReader.logPage, defaultEventPageSize),
    subscribe: subscriptions.subscribe,
    head,
    countAfter: countEventsAfterPositionBySequence(head),
    health: () =>
      Promise.resolve(
        isOpen ? either.right(undefined) : either.left({ _tag: 'StoreUnavailable', reason: 'the store is closed' }),
      ),
    close: task.fromIO(() => {
      isOpen = false
      subscriptions.close()
    }),
  }
  return { events, checkpoints: checkpointsInMemory() }
}
