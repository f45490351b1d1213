import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import type { IsScopeEnded } from '../keys/is-scope-ended'
import { wipeWrappedKeysInMemory, type LivingKeyRow } from '../keys/key-row'
import type { KeyStore } from '../keys/key-store'
import { keyWrapCiphers } from '../sealing/aes-gcm'
import { createParentKeyCache } from './parent-key-cache'
import { rewrapBatch, unwrapBatch, type RewrapBatchPorts } from './rewrap-batch'
import type { RingForRewrapping } from './rewrap-ports'
import type { RewrappedRows, RewrappingRowReader } from './rewrapping-row-reader'

/** What the re-wrapping by the ring needs. */
export interface RewrapThroughRingPorts {
  readonly ring: RingForRewrapping
  readonly store: Pick<KeyStore, 'livingPage' | 'read'>
  readonly isEnded: IsScopeEnded
  readonly elapsed: () => number
  /** Lets commands run between two pages that have no key to re-wrap. */
  readonly giveWay: () => Promise<void>
}

/**
 * So many keys at a time at most: the main thread works on them, and commands wait for them in the ring. A hardware module
 * that has them done within the pause between two batches is free for commands then.
 */
const maxRows = 50

/**
 * Re-wraps keys by the ports of ring and key store. The ring is asked for all keys of a batch at the same time: one in a
 * hardware module works on several.
 */
export const rewrapThroughRing = (ports: RewrapThroughRingPorts): TE.TaskEither<Unavailable, RewrappingRowReader> =>
  TE.fromIO(() => {
    const { ring, store, isEnded } = ports
    const parents = createParentKeyCache(ports.elapsed)
    const batchPorts: RewrapBatchPorts = { ring, store, parents, ciphers: keyWrapCiphers }
    let after: ScopeId | undefined
    const rewrap = async (rows: ReadonlyArray<LivingKeyRow>): Promise<E.Either<Unavailable, RewrappedRows>> => {
      const batch = await unwrapBatch(batchPorts, rows)
      return E.isLeft(batch) ? batch : rewrapBatch(batchPorts, batch.right, isEnded)
    }
    return {
      next: (limit) => async () => {
        for (;;) {
          const page = await store.livingPage(after, Math.min(limit, maxRows))()
          if (E.isLeft(page)) return page
          after = page.right.at(-1)?.scope
          if (after === undefined) return E.right(undefined)
          const older = page.right.flatMap((row) =>
            row._tag === 'Living' && row.epoch < ring.currentEpoch() ? [row] : [],
          )
          if (older.length > 0) return rewrap(older)
          wipeWrappedKeysInMemory(page.right)
          await ports.giveWay()
        }
      },
      end: () => {
        parents.wipeAll()
        return Promise.resolve()
      },
    }
  })
