import type { EventAddress } from '../../../domain/event/stream'
import type { EventId, ScopeId } from '../../../domain/values/ids'

/** An event that cannot be read, and why. It names no person. */
export interface DamagedEvent extends EventAddress {
  readonly reason: string
  /** What is known when the event was found while reading its log; absent when a command met it. */
  readonly found?: DamageFoundInLog
}

interface DamageFoundInLog {
  readonly id: EventId
  /** The scopes that its open part names, as far as it can be read. */
  readonly scopes: ReadonlyArray<ScopeId>
  /** The key of one of the scopes is gone. Absent when the event itself is damaged. */
  readonly key?: 'missing' | 'fenced' | 'lost'
  /** The day (in *persons*: the month) of recording as it is stored; absent when an earlier version found the event. */
  readonly recorded?: string
  /** A digest of the stored bytes: another digest later says that the event was repaired. */
  readonly digest: string
}

/** Where the list of damaged events is kept between two starts. */
export interface DamagedEventsStorage {
  readonly read: () => ReadonlyArray<DamagedEvent>
  readonly write: (events: ReadonlyArray<DamagedEvent>) => void
}

/** The events that this process found damaged. Everything else goes on without them. */
export interface DamagedEventRegistry {
  /** Adds an event, and raises an alarm the first time. */
  readonly report: (event: DamagedEvent) => void
  readonly list: () => ReadonlyArray<DamagedEvent>
  /** Replaces the list by that of a complete reading of both logs. */
  readonly replaceWith: (events: ReadonlyArray<DamagedEvent>) => void
}

export const formatEventPlace = ({ log, stream, revision }: EventAddress): string =>
  `${log}/${stream}/${String(revision)}`

const byPlace = (events: ReadonlyArray<DamagedEvent>): Map<string, DamagedEvent> =>
  new Map(events.map((event) => [formatEventPlace(event), event]))

export const createDamagedEvents = (
  file: DamagedEventsStorage,
  alarm: (event: DamagedEvent) => void,
): DamagedEventRegistry => {
  let known = byPlace(file.read())
  known.forEach((event) => alarm(event))
  const report: DamagedEventRegistry['report'] = (event) => {
    const before = known.get(formatEventPlace(event))
    if (before !== undefined && (before.found !== undefined || event.found === undefined)) return
    known.set(formatEventPlace(event), event)
    file.write([...known.values()])
    if (before === undefined) alarm(event)
  }
  return {
    report,
    list: () => [...known.values()],
    replaceWith: (events) => {
      events.forEach(report)
      if (events.length === known.size) return
      known = byPlace(events)
      file.write(events)
    },
  }
}
