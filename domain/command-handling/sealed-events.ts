import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { canonical } from '../event/canonical'
import type { AnyEvent } from '../event/define-event'
import type { Address } from '../event/stream'
import type { EventId } from '../values/ids'
import type { Revision, StoredEvent } from '../ports/event-store'
import type { SealError } from '../ports/keys'
import type { Shelf } from './load'
import { scopesOf } from './scopes-of'

/** Decided events on their way into a stream: where they will stand, and under which ids. */
export interface Outgoing {
  readonly address: Address
  /** The revision that the first of them will have. */
  readonly from: Revision
  readonly ids: ReadonlyArray<EventId>
  /** The day (circulation) or the month (persons) of recording. */
  readonly recorded: string
}

const noParts = new Uint8Array(0)

/**
 * Seals decided events for the revisions at which they will stand. New scope keys are made durable first, so that no
 * event is ever without its keys.
 */
export const sealedEvents =
  ({ keys, table }: Pick<Shelf, 'keys' | 'table'>) =>
  (outgoing: Outgoing, events: ReadonlyArray<AnyEvent>): TaskEither<SealError, ReadonlyArray<StoredEvent>> =>
  async () => {
    const scopes = events.map(scopesOf)
    const made = await keys.make(scopes.flat())()
    if (made._tag === 'Left') return made
    const stored: StoredEvent[] = []
    for (const [index, event] of events.entries()) {
      const open = canonical(event.open)
      const version = table.get(event.type)?.length ?? 1
      const id = outgoing.ids[index] as EventId
      const { log, stream } = outgoing.address
      const place = { log, stream, revision: outgoing.from + index, id, type: event.type, version, open }
      const parts = scopes[index] ?? []
      const sealed = parts.length === 0 ? E.right(noParts) : await keys.seal(place, parts)()
      if (sealed._tag === 'Left') return sealed
      stored.push({ id, type: event.type, version, recorded: outgoing.recorded, open, sealed: sealed.right })
    }
    return E.right(stored)
  }
