import { maxMissingRevisionsListed, missingRevisions } from '../../../domain/event/missing-revisions'
import type { EventAddress, LogName, StreamName } from '../../../domain/event/stream'
import type { RecordedEvent } from '../../../domain/ports/event-store'

/**
 * Reports each revision that a stream lacks before an event, and each that stands there again. Events of one stream are
 * in order in their log.
 */
export const createMissingRevisionCheck = (log: LogName, report: (place: EventAddress, reason: string) => void) => {
  const ends = new Map<StreamName, number>()
  return ({ stream, revision, rangeFault }: RecordedEvent): void => {
    if (rangeFault === 'revision') return
    const end = ends.get(stream) ?? -1
    for (const missing of missingRevisions(end, revision))
      report({ log, stream, revision: missing }, 'the event is missing, or stands in another stream')
    if (revision - end > maxMissingRevisionsListed + 1)
      report(
        { log, stream, revision: end + maxMissingRevisionsListed + 1 },
        'more events are missing, up to the next one',
      )
    if (revision <= end) report({ log, stream, revision }, 'another event stands at the same place')
    ends.set(stream, Math.max(revision, end))
  }
}
