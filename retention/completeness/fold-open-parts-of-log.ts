import { createHash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { decodeEvent } from '../../domain/command-handling/open-event'
import type { EventTable } from '../../domain/event/decode-event-parts'
import { missingRevisions } from '../../domain/event/missing-revisions'
import type { EventAddress, LogName, StreamName } from '../../domain/event/stream'
import type { RecordedEvent } from '../../domain/ports/event-store'
import { openPartOf, type OpenPartOfEvent } from '../schedule/open-part-of-event'
import type { EventWithExportLine } from './exported-event'

/**
 * What is wrong with the events of a log:
 * - `missing`: the stream has later events, and not this one; at most a hundred before each event.
 * - `repeated`: an event of the stream before it has this revision, or a later one.
 * - `unreadable`: its open part cannot be decoded, so it names no scope and starts no clock.
 */
export type EventProblemKind = 'missing' | 'repeated' | 'unreadable'

export interface EventProblem extends EventAddress {
  readonly problem: EventProblemKind
}

/** What was read of a log: how many events, and the SHA-256 (in hex) of their lines in an export. */
export interface LogExtent {
  readonly events: number
  readonly sha256: string
}

/** A log that was folded, and what is wrong with its events. */
export interface FoldedLog extends LogExtent {
  readonly problems: ReadonlyArray<EventProblem>
}

/** Folds the open parts of events. `size`: how many events the log has with this one. */
export interface OpenPartsFold {
  readonly apply: (event: OpenPartOfEvent, size: number) => void
  readonly applyUnreadable?: (stored: RecordedEvent) => void
}

/** Finds gaps and repeats in streams. The events of a stream stand in their log in the order of their revisions. */
const createRevisionCheck = (log: LogName, problems: EventProblem[]) => {
  const ends = new Map<StreamName, number>()
  return ({ stream, revision }: RecordedEvent): void => {
    const end = ends.get(stream) ?? -1
    for (const missing of missingRevisions(end, revision))
      problems.push({ log, stream, revision: missing, problem: 'missing' })
    if (revision <= end) problems.push({ log, stream, revision, problem: 'repeated' })
    ends.set(stream, Math.max(revision, end))
  }
}

/** Folds the open parts of the events of a log, from its first event on. Throws the error of a store that does not answer. */
export const foldOpenPartsOfLog =
  (eventTable: EventTable, log: LogName) =>
  async (fold: OpenPartsFold, pages: AsyncIterable<ReadonlyArray<EventWithExportLine>>): Promise<FoldedLog> => {
    const problems: EventProblem[] = []
    const checkRevision = createRevisionCheck(log, problems)
    const digest = createHash('sha256')
    const decode = decodeEvent(eventTable)(log)
    let events = 0
    for await (const page of pages)
      for (const { stored, line } of page) {
        events += 1
        digest.update(line)
        checkRevision(stored)
        const decoded = decode(stored)
        if (E.isRight(decoded)) fold.apply(openPartOf(decoded.right), events)
        else {
          problems.push({ log, stream: stored.stream, revision: stored.revision, problem: 'unreadable' })
          fold.applyUnreadable?.(stored)
        }
      }
    return { events, sha256: digest.digest('hex'), problems }
  }
