import * as E from 'fp-ts/Either'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import { decodeEvent } from '../../../domain/command-handling/open-event'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { RunId, ScopeId } from '../../../domain/values/ids'
import { certificateIdOf } from '../../../retention/certificates/certificate-id'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { wipeWrappedKeysInMemory } from '../../../retention/keys/key-row'
import type { LibraryStores } from '../stores/library-stores'

type Stores = Pick<LibraryStores, 'logs' | 'keyStore' | 'schedule'>

const openErasure =
  (eventTable: EventTable) =>
  (log: LogName) =>
  (stored: RecordedEvent): ReadonlyArray<ErasureDue['open']> => {
    if (stored.type !== ErasureDue.type) return []
    const event = decodeEvent(eventTable)(log)(stored)
    return E.isLeft(event) ? [] : [event.right.open as ErasureDue['open']]
  }

/** The scopes of a run that the schedule counts as erased, and that are not fenced in the key store. */
const findUnfenced = async (
  { keyStore, schedule }: Stores,
  { scopes }: ErasureDue['open'],
): Promise<E.Either<Unavailable, { readonly parts: ErasureDue['open']['scopes']; readonly living: number }>> => {
  const ended = scopes.filter(({ scope }) => schedule.isEnded(scope))
  const rows = await keyStore.read(ended.map(({ scope }) => scope))()
  if (E.isLeft(rows)) return rows
  wipeWrappedKeysInMemory(rows.right)
  const fenced = new Set<ScopeId>(rows.right.flatMap((row) => (row._tag === 'Fenced' ? [row.scope] : [])))
  return E.right({
    parts: ended.filter(({ scope }) => !fenced.has(scope)),
    living: rows.right.length - fenced.size,
  })
}

const fenceRun = async (
  stores: Stores,
  run: RunId,
  erasure: ErasureDue['open'],
): Promise<E.Either<Unavailable, number>> => {
  const unfenced = await findUnfenced(stores, erasure)
  if (E.isLeft(unfenced) || unfenced.right.parts.length === 0) return E.map(() => 0)(unfenced)
  const parts = unfenced.right.parts.map(({ scope, class: name }) => ({ scope, class: name }))
  const fenced = await stores.keyStore.fence(parts, certificateIdOf(run))()
  return E.isLeft(fenced) ? fenced : E.right(unfenced.right.living)
}

/**
 * Destroys the keys of every scope that an `ErasureDue` of either log names, and fences those that have no row, so that
 * none gets a key again. Then empties the write-ahead log of the key store: the destroyed bytes are on no disk. Call it
 * after the schedule has read both logs, and before anything is opened. Answers how many keys it destroyed.
 */
export const replayErasures =
  (eventTable: EventTable) =>
  async (stores: Stores): Promise<E.Either<Unavailable, number>> => {
    let destroyed = 0
    for (const log of logNames)
      for await (const page of stores.logs[log].readAll({}))
        for (const erasure of page.flatMap(openErasure(eventTable)(log))) {
          const fenced = await fenceRun(stores, erasure.run, erasure)
          if (E.isLeft(fenced)) return fenced
          destroyed += fenced.right
        }
    const emptied = await stores.keyStore.checkpointTruncate()
    return E.isLeft(emptied)
      ? E.left(
          keysUnavailable(
            'the write-ahead log of the key store cannot be emptied, so destroyed keys may be on the disk',
          ),
        )
      : E.right(destroyed)
  }
