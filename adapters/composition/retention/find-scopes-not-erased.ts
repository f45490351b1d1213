import * as E from 'fp-ts/Either'
import type { EventTable } from '../../../domain/event/decode'
import type { LogName } from '../../../domain/event/stream'
import { decodeEvent, sealContextOf, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { ScopeId } from '../../../domain/values/ids'
import type { EventStore, RecordedEvent, Revision } from '../../../domain/ports/event-store'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { ErasingPorts } from '../../../retention/erasing/erasing-ports'
import type { ScheduledScope } from '../../../retention/schedule/scheduled-scope'

type ReadableStreams = Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>

/** How many events are read, then how many more, then all: most scopes that are due are named near a stream's end. */
const readSizes = [8, 56, undefined]

/** Finds the stored event that first names the scope. Reads backwards, because scopes that are due were in use recently. */
const findStoredEvent = async (logs: ReadableStreams, scope: ScheduledScope): Promise<RecordedEvent | undefined> => {
  let from: Revision | undefined
  for (const limit of readSizes) {
    const options = { ...(limit === undefined ? {} : { limit }), ...(from === undefined ? {} : { from }) }
    for await (const page of logs[scope.log].readStream(scope.stream, { direction: 'backwards', ...options }))
      for (const stored of page) {
        if (stored.id === scope.first) return stored
        from = stored.revision - 1
      }
    if (from === undefined || from < 0) return undefined
  }
  return undefined
}

const findFirstEventOf = async (
  logs: ReadableStreams,
  eventTable: EventTable,
  scope: ScheduledScope,
): Promise<SealedEvent | undefined> => {
  const stored = await findStoredEvent(logs, scope)
  if (stored === undefined) return undefined
  const event = decodeEvent(eventTable)(scope.log)(stored)
  return E.isRight(event) ? event.right : undefined
}

const answersErased = async (
  logs: ReadableStreams,
  eventTable: EventTable,
  keys: ScopeKeys,
  scope: ScheduledScope,
): Promise<boolean> => {
  const event = await findFirstEventOf(logs, eventTable, scope)
  const part = event?.parts.find((candidate) => candidate.scope === scope.scope)
  if (event === undefined || part === undefined) {
    const ids = await keys.deriveIdsUnder(scope.scope)()
    return E.isLeft(ids) && (ids.left._tag === 'Erased' || ids.left._tag === 'ScopeEnded')
  }
  const [opened] = await keys.openParts(sealContextOf(event), event.stored.sealed, [part])()
  return opened?._tag === 'Erased'
}

/** Tries to open a sealed part of each scope, or to derive an id under a scope that seals nothing. Answers the scopes that do not answer `Erased`. */
export const findScopesNotErased =
  (logs: ReadableStreams, eventTable: EventTable, keys: ScopeKeys): ErasingPorts['findNotErased'] =>
  (scopes) =>
  async () => {
    const notErased: ScopeId[] = []
    for (const scope of scopes) if (!(await answersErased(logs, eventTable, keys, scope))) notErased.push(scope.scope)
    return E.right(notErased)
  }
