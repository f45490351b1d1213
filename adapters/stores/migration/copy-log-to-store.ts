import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore, Position, RecordedEvent } from '../../../domain/ports/event-store'
import { appendMigratedEventBatchTo, batchByStream } from './migration-event-batches'
import { eventBytesWithoutPosition } from './log-digest'
import { eventsOfPages } from './events-of-pages'
import type { LibraryMigrationError } from './library-migration-error'

/** A log to copy, its target, and the positions to translate into positions of the copy. */
export interface LogToCopy {
  readonly log: LogName
  readonly from: Pick<EventStore, 'readAll'>
  readonly to: Pick<EventStore, 'readAll' | 'append'>
  readonly markedPositions: ReadonlySet<Position>
  /** Called after each batch with the number of events in the copy. */
  readonly onProgress: (events: number) => void
}

/** The number of events in the copy, and the copy's positions of the marked events. */
interface CopiedLog {
  readonly events: number
  readonly positions: ReadonlyMap<Position, Position>
}

export const isSameEvent = (one: RecordedEvent, other: RecordedEvent): boolean =>
  eventBytesWithoutPosition(one).equals(eventBytesWithoutPosition(other))

/** Compares the events that the copy has already with the source. */
const compareWithCopy = async (
  { log, to, markedPositions }: LogToCopy,
  source: AsyncGenerator<RecordedEvent, void, undefined>,
): Promise<E.Either<LibraryMigrationError, CopiedLog>> => {
  const positions = new Map<Position, Position>()
  let events = 0
  for await (const copied of eventsOfPages(to.readAll({}))) {
    const { value } = await source.next()
    if (!(value instanceof Object) || !isSameEvent(value, copied))
      return E.left({ _tag: 'LogDiffers', log, at: events + 1 })
    if (markedPositions.has(value.position)) positions.set(value.position, copied.position)
    events += 1
  }
  return E.right({ events, positions })
}

/**
 * Copies a log in its order. Events that the copy has already are only compared, so an interrupted copy continues where
 * it stopped. Throws when a store cannot be read.
 */
export const copyLogToStore = async (logCopy: LogToCopy): Promise<E.Either<LibraryMigrationError, CopiedLog>> => {
  const { from, to, markedPositions, onProgress } = logCopy
  const source = eventsOfPages(from.readAll({}))
  const compared = await compareWithCopy(logCopy, source)
  if (E.isLeft(compared)) return compared
  const positions = new Map(compared.right.positions)
  let { events } = compared.right
  for await (const batch of batchByStream(markedPositions, source)) {
    const appended = await appendMigratedEventBatchTo(to)(batch)()
    if (E.isLeft(appended)) return appended
    const last = batch.at(-1)?.position
    if (last !== undefined && markedPositions.has(last)) positions.set(last, appended.right.position)
    events += batch.length
    onProgress(events)
  }
  return E.right({ events, positions })
}
