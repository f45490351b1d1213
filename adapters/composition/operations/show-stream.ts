import * as E from 'fp-ts/Either'
import { decodeSealedPart, type EventTable } from '../../../domain/event/decode'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { LogName, StreamName } from '../../../domain/event/stream'
import { sealContextOf, decodeEvent, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { EventStore } from '../../../domain/ports/event-store'
import type { ScopeKeys, OpenedPart, PartScope } from '../../../domain/ports/scope-keys'
import type { CertificateId, ScopeId } from '../../../domain/values/ids'
import type { ShownEvent } from '../../processes/running-library/shown-event'

/** A part that exists only for the statistics of a month. It is not shown, because it outlives the loan that it comes from. */
const isStatisticsPart = (part: PartScope): boolean => part.class === 'statistics'

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
  if (isStatisticsPart(part)) return { withheld: part.class }
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
  return {
    revision: stored.revision,
    type: stored.type,
    recorded: stored.recorded,
    stored: { open, sealed: mapParts(() => `${String(stored.sealed.length)} bytes sealed`) },
    staff: {
      ...open,
      ...mapParts((part, index) => staffViewOf(eventTable, certificateOf, event, part, opened[index])),
    },
    living: parts.filter((_, index) => opened[index]?._tag === 'Plain').map(({ class: name }) => name),
    forgotten: open,
  }
}

/** Shows each event of a stream in three columns. */
export const createShowStream =
  (
    logs: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>,
    eventTable: EventTable,
    keys: Pick<ScopeKeys, 'openParts'>,
    certificateOf: CertificateOf,
  ) =>
  async (log: LogName, stream: StreamName): Promise<ReadonlyArray<ShownEvent>> => {
    const events: ShownEvent[] = []
    for await (const page of logs[log].readStream(stream, { direction: 'forwards' }))
      for (const stored of page) {
        const event = decodeEvent(eventTable)(log)(stored)
        if (E.isLeft(event)) continue
        const { right } = event
        const opened =
          right.parts.length === 0 ? [] : await keys.openParts(sealContextOf(right), stored.sealed, right.parts)()
        events.push(toShownEvent(eventTable, certificateOf, right, opened))
      }
    return events
  }
