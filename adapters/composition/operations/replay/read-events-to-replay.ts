import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { decodeEvent } from '../../../../domain/command-handling/open-event'
import type { LogName, StreamName } from '../../../../domain/event/stream'
import { missingRevisions } from '../../../../domain/event/missing-revisions'
import type { EventStore, RecordedEvent } from '../../../../domain/ports/event-store'
import type { EventToReplay } from '../../../../domain/replay/event-to-replay'
import { isWithinReplay, type ReplayPoint } from '../../../../domain/replay/replay-point'
import { checkEventPlace } from '../../../processes/damage/check-event-place'
import type { ClassesOpened } from '../../../processes/running-library/replay-operations'
import { missingEventType } from '../shown-damage'
import type { PartReading } from './open-parts-for-reader'
import { readPartsToReplay } from './read-parts-to-replay'

export interface EventReading extends PartReading {
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>
}

const missingEvents = (previous: number, next: number): ReadonlyArray<EventToReplay> =>
  missingRevisions(previous, next).map((revision) => ({
    ...{ revision, position: null, type: missingEventType, recorded: '', open: {}, parts: [] },
    damaged: 'the event is missing',
  }))

const readEvent =
  (reading: PartReading, log: LogName, opened: ClassesOpened) =>
  async (stored: RecordedEvent): Promise<EventToReplay> => {
    const { revision, type, recorded } = stored
    const place = { revision, position: log === 'persons' ? null : stored.position, type, recorded }
    const event = pipe(decodeEvent(reading.eventTable)(log)(stored), E.flatMap(checkEventPlace))
    if (E.isLeft(event)) return { ...place, open: {}, parts: [], damaged: event.left.reason }
    const parts = await readPartsToReplay(reading, opened)(event.right)
    return { ...place, open: event.right.open, parts }
  }

/** The events of a stream up to a point, as a reader gets them. A missing revision is a damaged event. */
export const readEventsToReplay =
  (reading: EventReading) => async (log: LogName, stream: StreamName, at: ReplayPoint, opened: ClassesOpened) => {
    const isWithin = isWithinReplay(log, at)
    const read = readEvent(reading, log, opened)
    const events: EventToReplay[] = []
    for await (const page of reading.logs[log].readStream(stream, { direction: 'forwards' }))
      for (const stored of page) {
        if (!isWithin(stored)) continue
        events.push(...missingEvents(events.at(-1)?.revision ?? -1, stored.revision))
        events.push(await read(stored))
      }
    return events
  }
