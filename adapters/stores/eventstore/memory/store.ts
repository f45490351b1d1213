import { either, task } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../../domain/event/stream'
import type { Checkpoints } from '../../../../domain/ports/checkpoints'
import type {
  AppendError,
  Appended,
  EventStore,
  Expected,
  Position,
  RecordedEvent,
  StoredEvent,
} from '../../../../domain/ports/event-store'
import { wrongWith } from '../check-append'
import { decideAppend } from '../decide-append'
import { positionOf } from '../position'
import { readingAll, readingStream, usualPageSize } from '../reading'
import { subscribing } from '../subscribing'
import { memory, type Memory } from './memory'

/** One log, and how far its reactors have come, for tests: gone with the process. */
export interface MemoryLog {
  readonly events: EventStore
  readonly checkpoints: Checkpoints
}

const checkpointsInMemory = (): Checkpoints => {
  const reached = new Map<string, Position>()
  return {
    read: (reactor) => () => Promise.resolve(reached.get(reactor)),
    write: (reactor, position) => task.fromIO(() => void reached.set(reactor, position)),
  }
}

const record = (held: Memory, stream: StreamName, events: ReadonlyArray<StoredEvent>): Appended => {
  const first = held.revisionsOf(stream)
  const recorded: ReadonlyArray<RecordedEvent> = events.map((event, at) => ({
    ...event,
    sealed: Uint8Array.from(event.sealed),
    stream,
    revision: first + at,
    position: positionOf(held.places() + at + 1),
  }))
  held.add(stream, recorded)
  return { revision: first + events.length - 1, position: positionOf(held.places()), repeated: false }
}

const append = (
  held: Memory,
  stream: StreamName,
  expected: Expected,
  events: ReadonlyArray<StoredEvent>,
): Either<AppendError, Appended> => {
  const wrong = wrongWith(expected, events)
  if (wrong !== undefined) return either.left(wrong)
  const decision = decideAppend(stream, expected, events, held.soFar(stream))
  if (either.isLeft(decision)) return decision
  return either.right(decision.right._tag === 'Repeat' ? decision.right.appended : record(held, stream, events))
}

/** A log in memory that keeps every rule of the port. */
export const openMemoryLog = (): MemoryLog => {
  const held = memory()
  const subscriptions = subscribing(held.pages, usualPageSize)
  let open = true
  const whileOpen = <A>(then: () => Either<AppendError, A>): Either<AppendError, A> =>
    open ? then() : either.left({ _tag: 'StoreUnavailable', reason: 'the store is closed' })
  const events: EventStore = {
    append: (stream, expected, appending) => () => {
      const appended = whileOpen(() => append(held, stream, expected, appending))
      subscriptions.appended()
      return Promise.resolve(appended)
    },
    readStream: readingStream(held.pages, usualPageSize),
    readAll: readingAll(held.pages, usualPageSize),
    subscribe: subscriptions.subscribe,
    head: () => Promise.resolve(held.places() === 0 ? undefined : positionOf(held.places())),
    health: () =>
      Promise.resolve(
        open ? either.right(undefined) : either.left({ _tag: 'StoreUnavailable', reason: 'the store is closed' }),
      ),
    close: task.fromIO(() => {
      open = false
      subscriptions.close()
    }),
  }
  return { events, checkpoints: checkpointsInMemory() }
}
