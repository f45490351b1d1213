import { EventId } from '../../../domain/values/ids'
import type { ExpectedRevision, InvalidAppend, StoredEvent } from '../../../domain/ports/event-store'
import { invalidAppend } from './invalid-append'

/** Whether a number is one that an append gives to an event in its stream. */
export const isRevision = (expected: number): boolean => Number.isSafeInteger(expected) && expected >= 0

const areIdsUnique = (events: ReadonlyArray<StoredEvent>): boolean =>
  events.length === 1 || new Set(events.map(({ id }) => id)).size === events.length

/** Checks what needs no look at the stream; undefined when the append is valid. The reason quotes nothing of an event. */
export const validateAppend = (
  expected: ExpectedRevision,
  events: ReadonlyArray<StoredEvent>,
): InvalidAppend | undefined => {
  if (events.length === 0) return invalidAppend('no events')
  if (typeof expected === 'number' && !isRevision(expected))
    return invalidAppend('the expected revision is not a whole number from 0')
  if (!events.every(({ id }) => EventId.is(id))) return invalidAppend('the id of an event is not a UUID')
  return areIdsUnique(events) ? undefined : invalidAppend('two events have the same id')
}
