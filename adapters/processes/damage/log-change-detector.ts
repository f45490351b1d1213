import { createHash } from 'node:crypto'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { EventStore, Position, RecordedEvent } from '../../../domain/ports/event-store'
import type { AlarmReporter } from '../failures/alarm-without-repeats'
import { digestOfStoredEventWithFault } from './digest-of-stored-event-with-fault'
import type { LogDigestStore, LogStretchDigest } from '../../stores/log-digests/log-digest-store'

/** How a log differs from what was read of it before. Each is the name of an alarm too. */
export type LogChangeKind = 'EventsMissing' | 'EventsInserted' | 'EventsChanged'

/** A change of a log that nothing but somebody's hand, or damage, can make. */
export interface UnexpectedLogChange {
  readonly log: LogName
  readonly kind: LogChangeKind
}

/** Compares both logs with what was read of them before. */
export interface UnexpectedLogChangeDetector {
  /** Compares the next events of each log: at most 1,024. After the end of a log it begins anew. */
  readonly compareSome: () => Promise<void>
  /** Compares both logs from end to end. */
  readonly compareAll: () => Promise<void>
  /** Compares the events of a log after a position, as far as they were read before. */
  readonly compareAfter: (log: LogName, position: Position | '') => Promise<void>
  /** Everything that was found since the process started. */
  readonly list: () => ReadonlyArray<UnexpectedLogChange>
}

const eventsPerStretch = 1024

type ReadableLogs = Readonly<Record<LogName, Pick<EventStore, 'readAll' | 'shuffling'>>>

const readEvents = async (
  log: Pick<EventStore, 'readAll'>,
  after: Position | '',
): Promise<ReadonlyArray<RecordedEvent>> => {
  const events: RecordedEvent[] = []
  const limit = eventsPerStretch + 1
  for await (const page of log.readAll(after === '' ? { limit } : { after, limit })) events.push(...page)
  return events
}

/** The place of an event in its log and stream belongs to what is compared. */
const digestOf = (events: ReadonlyArray<RecordedEvent>): string => {
  const hash = createHash('sha256')
  for (const event of events)
    hash.update(`${event.position} ${event.stream} ${String(event.revision)} ${digestOfStoredEventWithFault(event)}\n`)
  return hash.digest('base64')
}

const changeOf = (known: LogStretchDigest, events: ReadonlyArray<RecordedEvent>): LogChangeKind | undefined => {
  if (events.length < known.events) return 'EventsMissing'
  if (events.length > known.events) return 'EventsInserted'
  return digestOf(events) === known.digest ? undefined : 'EventsChanged'
}

const stretchOf = (
  begin: Pick<LogStretchDigest, 'log' | 'after' | 'shuffledBefore'>,
  events: ReadonlyArray<RecordedEvent>,
): LogStretchDigest | undefined => {
  const last = events.at(-1)
  return last && { ...begin, upTo: last.position, events: events.length, digest: digestOf(events) }
}

/** Whether events of the stretch were shuffled since: they are the same, in another order. */
const wasShuffledSince = (known: LogStretchDigest, shuffledBefore: Position | ''): boolean =>
  known.shuffledBefore !== shuffledBefore && known.upTo > known.shuffledBefore

/**
 * Compares logs with the digests of what was read before, a stretch at a time, in turn. The first reading of a stretch
 * counts as right. A change is an alarm, once while the process lives, and stays listed; nothing else changes.
 */
export const createLogChangeDetector = (
  logs: ReadableLogs,
  digests: LogDigestStore,
  alarm: AlarmReporter,
): UnexpectedLogChangeDetector => {
  const next = new Map<LogName, Position | ''>()
  const changes: UnexpectedLogChange[] = []
  const report = (change: UnexpectedLogChange): void => {
    if (changes.some(({ log, kind }) => log === change.log && kind === change.kind)) return
    changes.push(change)
    alarm(change.kind, { log: change.log })
  }
  const readShuffledBefore = async (log: LogName) => (await logs[log].shuffling?.shuffledBefore()) ?? ''
  /** Answers where the next stretch begins: at the beginning of the log after its end. */
  const compareStretch = async (log: LogName, after: Position | ''): Promise<Position | ''> => {
    const shuffledBefore = await readShuffledBefore(log)
    const read = await readEvents(logs[log], after)
    const stored = digests.find(log, after)
    const isShuffled = stored !== undefined && wasShuffledSince(stored, shuffledBefore)
    const ofKnown = stored === undefined ? [] : read.filter(({ position }) => position <= stored.upTo)
    const change = stored && changeOf(stored, ofKnown)
    // A shuffle changes neither the number of events nor their positions.
    const kind = isShuffled && change === 'EventsChanged' ? undefined : change
    const known = isShuffled && kind === undefined ? undefined : stored
    // Another process may have shuffled the events while they were read.
    if (kind !== undefined && (await readShuffledBefore(log)) !== shuffledBefore) return compareStretch(log, after)
    if (kind !== undefined) report({ log, kind })
    const whole =
      kind === undefined ? stretchOf({ log, after, shuffledBefore }, read.slice(0, eventsPerStretch)) : known
    if (whole !== undefined && whole.events !== known?.events) digests.put(whole)
    const isAtEnd = read.length <= eventsPerStretch
    return isAtEnd && kind === undefined ? '' : (whole?.upTo ?? '')
  }
  return {
    compareSome: async () => {
      for (const log of logNames) next.set(log, await compareStretch(log, next.get(log) ?? ''))
    },
    compareAll: async () => {
      for (const log of logNames) {
        let after = await compareStretch(log, '')
        while (after !== '') after = await compareStretch(log, after)
      }
    },
    compareAfter: async (log, position) => {
      let after = digests.findStart(log, position)
      while (after !== undefined && digests.find(log, after) !== undefined)
        after = (await compareStretch(log, after)) || undefined
    },
    list: () => changes,
  }
}
