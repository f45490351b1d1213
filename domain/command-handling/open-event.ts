import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import {
  classesOfNewestVersion,
  decodeOpenPart,
  decodeSealedPart,
  eventDefinitionOf,
  type EventTable,
  type Undecodable,
} from '../event/decode-event-parts'
import type { DomainEvent, EventWithMetadata } from '../event/domain-event'
import { erased, makePlain, type PlainOrErased } from '../event/plain-or-erased'
import type { LogName } from '../event/stream'
import type { ScopeClass } from '../event/scope-class'
import { Day } from '../values/day'
import type { ScopeId } from '../values/ids'
import { Month } from '../values/month'
import type { EventCodeMismatch, OutOfRangeEventMember, RecordedEvent } from '../ports/event-store'
import type { Corrupt, ScopeKeys, OpenedPart, PartScope, SealContext, Unavailable } from '../ports/scope-keys'
import { isEventDamage, isLostKey, type EventDamage } from './event-damage'

/** Why a stored event cannot be read. An erased part is no error. */
export type EventReadError = Undecodable | Unavailable | Corrupt

/** An event whose open part is decoded and whose sealed parts are still sealed. */
export interface SealedEvent {
  readonly stored: RecordedEvent
  readonly log: LogName
  readonly open: Readonly<Record<string, unknown>>
  readonly parts: ReadonlyArray<PartScope>
}

/** Names the place of damage; any other error is answered as it is. */
const withPlace =
  (log: LogName, { stream, revision }: RecordedEvent) =>
  <Err extends EventReadError>(error: Err): Err =>
    isEventDamage(error) ? { ...error, at: { log, stream, revision } } : error

const codeFaultReasons: Readonly<Record<EventCodeMismatch, string>> = {
  missing: 'the code is missing',
  mismatch: 'the code does not match',
}

const rangeFaultReasons: Readonly<Record<OutOfRangeEventMember, string>> = {
  position: 'the position is out of range',
  revision: 'the revision is out of range',
  id: 'the id has another length',
}

const isRecordingDay = (recorded: string): boolean => Day.is(recorded) || Month.is(recorded)

/** What is wrong with an event before its open part is read; undefined when nothing is. */
const faultOf = ({ rangeFault, codeFault, recorded }: RecordedEvent): string | undefined => {
  if (rangeFault !== undefined) return rangeFaultReasons[rangeFault]
  if (!isRecordingDay(recorded)) return 'the day or month of recording has another form'
  return codeFault && codeFaultReasons[codeFault]
}

/**
 * Decodes the open part of a stored event, and lists the scopes of its sealed parts. Corrupt when the message
 * authentication code of the event is wrong, or a value is one that no append writes: whatever reads an event decodes it
 * here, so nothing acts on such an event.
 */
export const decodeEvent =
  (eventTable: EventTable) =>
  (log: LogName) =>
  (stored: RecordedEvent): E.Either<EventDamage, SealedEvent> => {
    const reason = faultOf(stored)
    if (reason !== undefined) return E.left(withPlace(log, stored)({ _tag: 'Corrupt', reason }))
    const definition = eventDefinitionOf(eventTable)(stored.type, stored.version)
    if (definition._tag === 'Left') return E.left(withPlace(log, stored)(definition.left))
    const open = decodeOpenPart(eventTable)(stored.type, stored.version, stored.open)
    if (open._tag === 'Left') return E.left(withPlace(log, stored)(open.left))
    const parts = definition.right.classes.map((name) => ({ class: name, scope: open.right[name] as ScopeId }))
    return E.right({ stored, log, open: open.right, parts })
  }

/** The seal context of an event: every member is authenticated with each of its parts. */
export const sealContextOf = ({ log, stored }: SealedEvent): SealContext => ({
  log,
  stream: stored.stream,
  revision: stored.revision,
  id: stored.id,
  type: stored.type,
  version: stored.version,
  open: stored.open,
})

const toPlainOrErased =
  (eventTable: EventTable) =>
  ({ stored }: SealedEvent, name: ScopeClass) =>
  (opened: OpenedPart): E.Either<EventReadError, PlainOrErased<unknown>> => {
    switch (opened._tag) {
      case 'Plain':
        return pipe(decodeSealedPart(eventTable)(stored.type, stored.version, name, opened.value), E.map(makePlain))
      case 'Erased':
        return E.right(erased)
      case 'Unavailable':
        return isLostKey(opened) && name !== 'hold' ? E.right(erased) : E.left(opened)
      case 'Corrupt':
        return E.left(opened)
    }
  }

const withMetadata = (
  event: SealedEvent,
  sealed: Readonly<Record<string, PlainOrErased<unknown>>>,
): EventWithMetadata =>
  ({
    type: event.stored.type,
    open: event.open,
    sealed,
    metadata: {
      log: event.log,
      stream: event.stored.stream,
      revision: event.stored.revision,
      position: event.stored.position,
      id: event.stored.id,
      recorded: event.stored.recorded,
    },
  }) as EventWithMetadata

const withOpenedParts =
  (eventTable: EventTable, event: SealedEvent, parts: ReadonlyArray<PartScope>) =>
  (opened: ReadonlyArray<OpenedPart>): E.Either<EventReadError, EventWithMetadata> => {
    const sealed: Record<string, PlainOrErased<unknown>> = {}
    for (const name of classesOfNewestVersion(eventTable)(event.stored.type)) sealed[name] = erased
    for (const [index, part] of parts.entries()) {
      const decoded = toPlainOrErased(eventTable)(event, part.class)(opened[index] ?? { _tag: 'Erased' })
      if (decoded._tag === 'Left') return E.left(withPlace(event.log, event.stored)(decoded.left))
      sealed[part.class] = decoded.right
    }
    return E.right(withMetadata(event, sealed))
  }

/**
 * Opens those sealed parts of an event for which `isWanted` is true. The other parts read as erased, and so do parts that
 * only a newer version of the event has. So does a part whose
 * key was lost, as the log says: nothing of it comes back, and the record has ended. What shows parts to people opens them
 * with `openParts`, and says that they were lost. A legal hold that was lost may name any record, so it stays unreadable.
 */
export const openEvent =
  (eventTable: EventTable, keys: Pick<ScopeKeys, 'openParts'>) =>
  (isWanted: (part: PartScope) => boolean) =>
  (event: SealedEvent): TE.TaskEither<EventReadError, EventWithMetadata> => {
    const parts = event.parts.filter(isWanted)
    const toEvent = withOpenedParts(eventTable, event, parts)
    return parts.length === 0
      ? TE.fromEither(toEvent([]))
      : pipe(keys.openParts(sealContextOf(event), event.stored.sealed, parts), T.map(toEvent))
  }

/** Decodes a stored event and opens all its parts. */
export const decodeAndOpenEvent =
  (eventTable: EventTable, keys: Pick<ScopeKeys, 'openParts'>) =>
  (log: LogName) =>
  (stored: RecordedEvent): TE.TaskEither<EventReadError, DomainEvent & EventWithMetadata> => {
    const event = decodeEvent(eventTable)(log)(stored)
    return event._tag === 'Left' ? () => Promise.resolve(event) : openEvent(eventTable, keys)(() => true)(event.right)
  }
