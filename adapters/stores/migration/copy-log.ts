import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore, Position, RecordedEvent } from '../../../domain/ports/event-store'
import { appendTo, batches } from './batch'
import { bytesOf } from './digest'
import { eventsIn } from './events-in'
import type { MigrationError } from './migration-error'

/** A log to copy, where to, and the positions in it whose counterparts are asked for. */
export interface Copying {
  readonly log: LogName
  readonly from: Pick<EventStore, 'readAll'>
  readonly to: Pick<EventStore, 'readAll' | 'append'>
  readonly marks: ReadonlySet<Position>
  /** Told now and then how many events stand in the copy. */
  readonly told: (events: number) => void
}

/** What stands in the copy, and where the marked events stand in it. */
export interface Copied {
  readonly events: number
  readonly places: ReadonlyMap<Position, Position>
}

export const isSame = (one: RecordedEvent, other: RecordedEvent): boolean => bytesOf(one).equals(bytesOf(other))

/** Walks along both logs to the end of the copy. */
const compare = async (
  { log, to, marks }: Copying,
  left: AsyncGenerator<RecordedEvent, void, undefined>,
): Promise<E.Either<MigrationError, Copied>> => {
  const places = new Map<Position, Position>()
  let events = 0
  for await (const standing of eventsIn(to.readAll({}))) {
    const { value } = await left.next()
    if (!(value instanceof Object) || !isSame(value, standing))
      return E.left({ _tag: 'LogDiffers', log, at: events + 1 })
    if (marks.has(value.position)) places.set(value.position, standing.position)
    events += 1
  }
  return E.right({ events, places })
}

/**
 * Copies a log event by event, in its order. What stands in the copy already is compared and left: so a copy that broke
 * off goes on where it stopped. Throws what a store throws that cannot be read.
 */
export const copyLog = async (copying: Copying): Promise<E.Either<MigrationError, Copied>> => {
  const { from, to, marks, told } = copying
  const left = eventsIn(from.readAll({}))
  const compared = await compare(copying, left)
  if (E.isLeft(compared)) return compared
  const places = new Map(compared.right.places)
  let { events } = compared.right
  for await (const batch of batches(marks, left)) {
    const appended = await appendTo(to)(batch)()
    if (E.isLeft(appended)) return appended
    const last = batch.at(-1)?.position
    if (last !== undefined && marks.has(last)) places.set(last, appended.right.position)
    events += batch.length
    told(events)
  }
  return E.right({ events, places })
}
