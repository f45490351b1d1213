import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import { decodeSealedPart, type EventTable } from '../../../domain/event/decode'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { LogName, StreamName } from '../../../domain/event/stream'
import { sealContextOf, decodeEvent, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { EventStore, RecordedEvent } from '../../../domain/ports/event-store'
import type { ScopeKeys, OpenedPart, PartScope } from '../../../domain/ports/scope-keys'
import { checkEventPlace } from '../../processes/damage/check-event-place'
import type { CertificateId, ScopeId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { ShownEvent } from '../../processes/running-library/shown-event'

/**
 * Parts that staff do not see: what exists only for the statistics of a month outlives the loan that it comes from, a
 * loan history is for its borrower, and a legal hold for administrators.
 */
const classesWithheldFromStaff: ReadonlySet<ScopeClass> = new Set(['statistics', 'history', 'hold'])

/** Replaces the hash of a PIN: staff see whether there is one, and never the hash. */
const withoutPin = (name: ScopeClass, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'pin' in value && value.pin !== null
    ? { ...value, pin: { withheld: name } }
    : value

/** The certificate of a scope; undefined until it has one. */
type CertificateOf = (scope: ScopeId) => CertificateId | undefined

const staffViewOf = (
  eventTable: EventTable,
  certificateOf: CertificateOf,
  { stored }: SealedEvent,
  part: PartScope,
  opened: OpenedPart | undefined,
): unknown => {
  if (classesWithheldFromStaff.has(part.class)) return { withheld: part.class }
  if (opened === undefined) return 'unavailable'
  if (opened._tag === 'Erased') return { erased: true, certificate: certificateOf(part.scope) ?? null }
  if (opened._tag !== 'Plain') return { [opened._tag.toLowerCase()]: true }
  const decoded = decodeSealedPart(eventTable)(stored.type, stored.version, part.class, opened.value)
  return E.isRight(decoded) ? withoutPin(part.class, decoded.right) : { corrupt: true }
}

const toShownEvent = (
  eventTable: EventTable,
  certificateOf: CertificateOf,
  event: SealedEvent,
  opened: ReadonlyArray<OpenedPart>,
): ShownEvent => {
  const { stored, open, parts } = event
  const mapParts = <A>(view: (part: PartScope, index: number) => A) =>
    Object.fromEntries(parts.map((part, index) => [part.class, view(part, index)]))
  const damage = opened.find((part) => part._tag === 'Corrupt')
  return {
    revision: stored.revision,
    type: stored.type,
    recorded: stored.recorded,
    ...(damage === undefined ? {} : { damaged: damage.reason }),
    stored: { open, sealed: mapParts(() => `${String(stored.sealed.length)} bytes sealed`) },
    staff: {
      ...open,
      ...mapParts((part, index) => staffViewOf(eventTable, certificateOf, event, part, opened[index])),
    },
    living: parts.filter((_, index) => opened[index]?._tag === 'Plain').map(({ class: name }) => name),
    forgotten: open,
  }
}

const parseOpenPart = (text: string): Readonly<Record<string, unknown>> =>
  pipe(
    E.tryCatch((): unknown => JSON.parse(text), String),
    E.match(
      () => ({ text }),
      (value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? (value as Readonly<Record<string, unknown>>)
          : { text },
    ),
  )

/** An event whose open part cannot be read: its bytes as they are stored. */
const toDamagedEvent = ({ revision, type, recorded, open, sealed }: RecordedEvent, reason: string): ShownEvent => {
  const openPart = parseOpenPart(open)
  return {
    ...{ revision, type, recorded, damaged: reason },
    stored: {
      open: openPart,
      sealed: sealed.length === 0 ? {} : { unknown: `${String(sealed.length)} bytes sealed` },
    },
    staff: { damaged: true },
    living: [],
    forgotten: openPart,
  }
}

/** What showing a stream needs. */
export interface ShowStreamDependencies {
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>
  readonly eventTable: EventTable
  readonly keys: Pick<ScopeKeys, 'openParts'>
  readonly certificateOf: CertificateOf
  /** Checks the file of a log, unless it was checked already. */
  readonly checkUnchecked: (log: LogName) => Task<void>
}

const readShownEvents =
  ({ logs, eventTable, keys, certificateOf }: ShowStreamDependencies) =>
  async (log: LogName, stream: StreamName): Promise<ReadonlyArray<ShownEvent>> => {
    const events: ShownEvent[] = []
    for await (const page of logs[log].readStream(stream, { direction: 'forwards' }))
      for (const stored of page) {
        const event = pipe(decodeEvent(eventTable)(log)(stored), E.flatMap(checkEventPlace))
        if (E.isLeft(event)) {
          events.push(toDamagedEvent(stored, event.left.reason))
          continue
        }
        const { right } = event
        const opened =
          right.parts.length === 0 ? [] : await keys.openParts(sealContextOf(right), stored.sealed, right.parts)()
        events.push(toShownEvent(eventTable, certificateOf, right, opened))
      }
    return events
  }

/**
 * Shows each event of a stream in three columns; none says that there is no such stream. Then the file of the log was
 * checked, because a damaged index hides streams. Throws the error of a store when it is damaged.
 */
export const createShowStream =
  (dependencies: ShowStreamDependencies): RunningLibrary['showStream'] =>
  async (log, stream) => {
    const show = readShownEvents(dependencies)
    const events = await show(log, stream)
    if (events.length > 0) return events
    await dependencies.checkUnchecked(log)()
    return show(log, stream)
  }
