import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../domain/values/ids'
import { createParentKeyCache, type ParentKeyCache } from '../../../../retention/epochs/parent-key-cache'
import {
  rewrapBatch,
  unwrapBatch,
  type RewrapBatchPorts,
  type UnwrappedBatch,
} from '../../../../retention/epochs/rewrap-batch'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import { wipeWrappedKeysInMemory } from '../../../../retention/keys/key-row'
import {
  ringOverCopiedWrappingKeys,
  type WrappingKeysCopiedFromRing,
} from '../../../../retention/keys/ring-over-copied-wrapping-keys'
import { createBatchKeyWrapCiphers } from '../../../../retention/sealing/aes-gcm'
import { machineMonotonicClock } from '../../../system/clock/machine-monotonic-clock'
import { overwriteFreedMemory } from '../../../system/memory/overwrite-freed-memory'
import { createCrossThreadByteAppender } from '../../sqlite/writer-thread/message-byte-appender'
import {
  serveThreadRequestsAsynchronously,
  type AsyncThreadOperations,
} from '../../sqlite/writer-thread/serve-thread-requests-asynchronously'
import { encodeKeyRows } from '../sqlite/key-store-writer-protocol'
import type { OlderEpochKeyReader } from './older-epoch-key-reader'
import { openOlderEpochKeyReader } from './open-older-epoch-key-reader'
import type { RewrapOptions, RewrapThreadProtocol } from './rewrap-thread-protocol'

const notStarted: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the re-wrapping has no keys' }

const toStoreUnavailable = ({ reason }: Unavailable): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

/** In a buffer of its own: the message is wiped. */
const copyOfKey = (key: Uint8Array): Uint8Array => Uint8Array.from(key)

/** What was unwrapped, and what its re-wrapping needs. */
interface Unwrapped {
  readonly ports: RewrapBatchPorts & { readonly finishCiphers: () => void }
  readonly batch: UnwrappedBatch
}

const operationsOn = (
  older: OlderEpochKeyReader,
  wrapped: SharedArrayBuffer,
): AsyncThreadOperations<RewrapThreadProtocol> => {
  const parents: ParentKeyCache = createParentKeyCache(machineMonotonicClock.elapsed)
  let keys: WrappingKeysCopiedFromRing | undefined
  let unwrapped: Unwrapped | undefined
  const portsWith = (wrapping: WrappingKeysCopiedFromRing): Unwrapped['ports'] => {
    const ciphers = createBatchKeyWrapCiphers()
    return {
      ring: ringOverCopiedWrappingKeys(wrapping, ciphers),
      store: older,
      parents,
      ciphers,
      finishCiphers: ciphers.finish,
    }
  }
  const unwrapNext = async (
    wrapping: WrappingKeysCopiedFromRing,
    limit: number,
  ): Promise<E.Either<StoreUnavailable, ReadonlyArray<ScopeId> | undefined>> => {
    const rows = await older.next(wrapping.currentEpoch, limit)()
    if (E.isLeft(rows)) return E.left(toStoreUnavailable(rows.left))
    if (rows.right.length === 0) return E.right(undefined)
    const ports = portsWith(wrapping)
    const batch = await unwrapBatch(ports, rows.right)
    ports.finishCiphers()
    if (E.isLeft(batch)) return E.left(toStoreUnavailable(batch.left))
    unwrapped = { ports, batch: batch.right }
    return E.right(batch.right.scopes)
  }
  return {
    operations: {
      useKeys: ({ library, currentEpoch, keys: sent }, bytes) => {
        const copies = sent.map(([epoch, span]): readonly [Epoch, Uint8Array] => [
          epoch,
          copyOfKey(bytes.subarray(...span)),
        ])
        keys = { library, currentEpoch, keys: new Map(copies) }
        return Promise.resolve(E.right(undefined))
      },
      unwrap: ({ limit, evicted }) => {
        parents.evict(evicted)
        return keys === undefined ? Promise.resolve(E.left(notStarted)) : unwrapNext(keys, limit)
      },
      rewrap: async (ended) => {
        if (unwrapped === undefined) return E.left(notStarted)
        const { ports, batch } = unwrapped
        unwrapped = undefined
        const endedScopes = new Set(ended)
        const rewrapped = await rewrapBatch(ports, batch, (scope) => endedScopes.has(scope))
        ports.finishCiphers()
        if (E.isLeft(rewrapped)) return E.left(toStoreUnavailable(rewrapped.left))
        const { rows, unusable } = rewrapped.right
        const sent = encodeKeyRows(rows)(createCrossThreadByteAppender(wrapped))
        wipeWrappedKeysInMemory(rows)
        return E.right({ rows: sent, unusable })
      },
    },
    close: async () => {
      parents.wipeAll()
      keys?.keys.forEach((key) => key.fill(0))
      await older.close()
      overwriteFreedMemory()
    },
  }
}

/** Every request is answered with the reason why the key store could not be opened. */
const refuseAll = (reason: Unavailable): AsyncThreadOperations<RewrapThreadProtocol> => {
  const refuse = () => Promise.resolve(E.left(toStoreUnavailable(reason)))
  return { operations: { useKeys: refuse, unwrap: refuse, rewrap: refuse }, close: () => Promise.resolve() }
}

/**
 * Runs on its own thread, so that the service goes on. It only reads: the key store replaces the rows. Tests wait for its
 * end, because they run another file on the same thread.
 */
export const ended: Promise<void> = serveThreadRequestsAsynchronously(({ place, wrapped }: RewrapOptions) => {
  const older = openOlderEpochKeyReader(place)
  return E.isLeft(older) ? refuseAll(older.left) : operationsOn(older.right, wrapped)
})
