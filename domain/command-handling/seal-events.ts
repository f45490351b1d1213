import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { canonicalJson } from '../event/canonical-json'
import type { AnyEvent } from '../event/define-event'
import type { StreamAddress } from '../event/stream'
import type { EventId } from '../values/ids'
import type { Revision, StoredEvent } from '../ports/event-store'
import type { SealError } from '../ports/scope-keys'
import type { LoadDependencies } from './load-aggregate'
import { partsToSeal } from './parts-to-seal'

/** Where decided events will stand, and their ids. */
export interface AppendMetadata {
  readonly address: StreamAddress
  /** The revision of the first event. */
  readonly firstRevision: Revision
  readonly ids: ReadonlyArray<EventId>
  /** The day (circulation) or the month (persons) of recording. */
  readonly recorded: string
}

const noSealedBytes = new Uint8Array(0)

/**
 * Seals decided events for the revisions at which they will stand. It makes the keys of new scopes durable first: no
 * event is ever stored without its keys.
 */
export const sealEvents =
  ({ keys, eventTable }: Pick<LoadDependencies, 'keys' | 'eventTable'>) =>
  (pendingAppend: AppendMetadata, events: ReadonlyArray<AnyEvent>): TaskEither<SealError, ReadonlyArray<StoredEvent>> =>
  async () => {
    const scopes = events.map(partsToSeal)
    const made = await keys.createKeys(scopes.flat())()
    if (made._tag === 'Left') return made
    const stored: StoredEvent[] = []
    for (const [index, event] of events.entries()) {
      const open = canonicalJson(event.open)
      const version = eventTable.get(event.type)?.length ?? 1
      const id = pendingAppend.ids[index] as EventId
      const { log, stream } = pendingAppend.address
      const sealContext = {
        log,
        stream,
        revision: pendingAppend.firstRevision + index,
        id,
        type: event.type,
        version,
        open,
      }
      const parts = scopes[index] ?? []
      const sealed = parts.length === 0 ? E.right(noSealedBytes) : await keys.sealParts(sealContext, parts)()
      if (sealed._tag === 'Left') return sealed
      stored.push({ id, type: event.type, version, recorded: pendingAppend.recorded, open, sealed: sealed.right })
    }
    return E.right(stored)
  }
