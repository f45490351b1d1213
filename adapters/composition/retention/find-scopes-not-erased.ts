import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import * as RNEA from 'fp-ts/ReadonlyNonEmptyArray'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import type { LogName } from '../../../domain/event/stream'
import { decodeEvent, sealContextOf, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { ScopeId } from '../../../domain/values/ids'
import type { EventStore, Revision } from '../../../domain/ports/event-store'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { ErasingPorts, PortFailed } from '../../../retention/erasing/erasing-ports'
import type { ScheduledScope } from '../../../retention/schedule/scheduled-scope'
import { catchStoreErrors } from '../../processes/catch-store-errors'

/** The streams of both logs. */
export type StreamReadersByLog = Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>

type FirstEvents = ReadonlyMap<ScopeId, SealedEvent>

/** How many events are read, then how many more, then all: most scopes that are due are named near a stream's end. */
const readSizes = [8, 56, undefined]

/**
 * Finds the events that first name the scopes of one stream. Reads the stream once, backwards, because scopes that are due
 * were in use recently.
 */
export const findFirstEventsOfScopes = async (
  logs: StreamReadersByLog,
  eventTable: EventTable,
  scopes: RNEA.ReadonlyNonEmptyArray<ScheduledScope>,
): Promise<FirstEvents> => {
  const [{ log, stream }] = scopes
  const scopesByEvent = new Map(Object.entries(RNEA.groupBy(({ first }: ScheduledScope) => first)(scopes)))
  const found = new Map<ScopeId, SealedEvent>()
  let from: Revision | undefined
  for (const limit of readSizes) {
    const options = { ...(limit === undefined ? {} : { limit }), ...(from === undefined ? {} : { from }) }
    for await (const page of logs[log].readStream(stream, { direction: 'backwards', ...options }))
      for (const stored of page) {
        from = stored.revision - 1
        const named = scopesByEvent.get(stored.id)
        if (named === undefined) continue
        const event = decodeEvent(eventTable)(log)(stored)
        if (E.isRight(event)) for (const { scope } of named) found.set(scope, event.right)
        scopesByEvent.delete(stored.id)
        if (scopesByEvent.size === 0) return found
      }
    if (from === undefined || from < 0) return found
  }
  return found
}

const answersErased = async (
  keys: ScopeKeys,
  { scope }: ScheduledScope,
  firstEvent: SealedEvent | undefined,
): Promise<boolean> => {
  const part = firstEvent?.parts.find((candidate) => candidate.scope === scope)
  if (firstEvent === undefined || part === undefined) {
    const ids = await keys.deriveIdsUnder(scope)()
    return E.isLeft(ids) && (ids.left._tag === 'Erased' || ids.left._tag === 'ScopeEnded')
  }
  const [opened] = await keys.openParts(sealContextOf(firstEvent), firstEvent.stored.sealed, [part])()
  return opened?._tag === 'Erased'
}

/** After so many scopes commands may run. */
const scopesAtATime = 100

const groupByStream = RNEA.groupBy(({ log, stream }: ScheduledScope) => `${log}/${stream}`)

/** Tries to open a sealed part of each scope, or to derive an id under a scope that seals nothing. Answers the scopes that do not answer `Erased`. */
export const findScopesNotErased =
  (logs: StreamReadersByLog, eventTable: EventTable, keys: ScopeKeys): ErasingPorts['findNotErased'] =>
  (scopes) =>
    catchStoreErrors<PortFailed, ReadonlyArray<ScopeId>>(async () => {
      const notErased: ScopeId[] = []
      let verified = 0
      for (const ofStream of Object.values(groupByStream(scopes))) {
        const firstEvents = await findFirstEventsOfScopes(logs, eventTable, ofStream)
        for (const scope of ofStream) {
          if (!(await answersErased(keys, scope, firstEvents.get(scope.scope)))) notErased.push(scope.scope)
          verified += 1
          if (verified % scopesAtATime === 0) await setImmediate()
        }
      }
      return E.right(notErased)
    })
