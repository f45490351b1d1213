import { EventId } from '../../../domain/values/ids'
import type { Expected, InvalidAppend, StoredEvent } from '../../../domain/ports/event-store'
import { invalid } from './invalid-append'

const isRevision = (expected: number): boolean => Number.isSafeInteger(expected) && expected >= 0

const idsDiffer = (events: ReadonlyArray<StoredEvent>): boolean =>
  events.length === 1 || new Set(events.map(({ id }) => id)).size === events.length

/** What is wrong with an append whatever the stream holds, if anything; the reason repeats nothing of an event. */
export const wrongWith = (expected: Expected, events: ReadonlyArray<StoredEvent>): InvalidAppend | undefined => {
  if (events.length === 0) return invalid('no events')
  if (typeof expected === 'number' && !isRevision(expected))
    return invalid('the expected revision is not a whole number from 0')
  if (!events.every(({ id }) => EventId.is(id))) return invalid('the id of an event is not a UUID')
  return idsDiffer(events) ? undefined : invalid('two events have the same id')
}
