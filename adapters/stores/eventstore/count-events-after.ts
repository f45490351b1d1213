import type { EventStore, Position } from '../../../domain/ports/event-store'
import { sequenceOfPosition } from './sequence-position'

/** Counts the events after a position of a log whose sequence numbers have no gaps. */
export const countEventsAfterPositionBySequence =
  (head: EventStore['head']): EventStore['countAfter'] =>
  (position) =>
  async () =>
    Math.max(0, sequenceOfPosition(await head()) - sequenceOfPosition(position))

/** The most events that are read to count them. */
const maxCountedEvents = 10_000

/** Counts the events after a position by reading them: for a log whose positions have gaps. */
export const countEventsAfterPositionByReading =
  (readAll: EventStore['readAll']): EventStore['countAfter'] =>
  (position: Position | undefined) =>
  async () => {
    let count = 0
    const after = position === undefined ? {} : { after: position }
    for await (const page of readAll({ ...after, limit: maxCountedEvents })) count += page.length
    return count
  }
