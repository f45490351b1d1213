import { setImmediate } from 'node:timers/promises'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { toPortFailed } from '../../../retention/erasing/erasing-ports'
import { rewrapKeysAndRemoveOldBytes } from '../../../retention/epochs/roll-epoch'
import { createEvictionCollector } from '../../../retention/keys/eviction-collector'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { removeReplacedKeys } from '../epochs/remove-replaced-keys'
import { rewrapBatchMsOfKeyPlace, startRewrapping } from '../epochs/start-rewrapping'
import type { LibraryStores } from '../stores/library-stores'

/**
 * Re-wraps the keys of a key store that was restored from a backup: their epochs are retired, and in escrow. Call it when
 * every erasure in the logs is known, and before anything is opened. Answers how many keys it re-wrapped. Unavailable
 * when many cannot be unwrapped: the escrow of their epochs is over, or the ring is another one.
 */
export const rewrapRestoredKeys = (
  stores: Pick<LibraryStores, 'keyStore' | 'keyPlace' | 'ring' | 'schedule'>,
  catchUpSchedule: TE.TaskEither<EventReadError, void>,
  alarm: (kind: string) => void,
): TE.TaskEither<Unavailable, number> =>
  pipe(
    // Of several processes, another one may roll at this moment.
    stores.ring.reload,
    TE.flatMap(() => stores.keyStore.oldestEpoch),
    TE.flatMap((oldest) => {
      const { keyStore, ring } = stores
      if (oldest === undefined || ring.epochs().includes(oldest)) return TE.right(0)
      const ports = {
        ...{
          store: keyStore,
          startRewrapping: startRewrapping(stores, createEvictionCollector()),
          elapsed: machineMonotonicClock.elapsed,
          batchMs: rewrapBatchMsOfKeyPlace(stores),
          alarm,
        },
        catchUpSchedule: pipe(catchUpSchedule, TE.mapLeft(toPortFailed)),
        giveWay: () => setImmediate(),
        checkpointKeyStore: removeReplacedKeys(keyStore),
      }
      return pipe(
        rewrapKeysAndRemoveOldBytes(ports, () => undefined),
        TE.bimap(
          ({ reason }) =>
            keysUnavailable(`the keys are of epoch ${String(oldest)}, which is not in use any more. ${reason}`),
          ({ rewrapped }) => rewrapped,
        ),
      )
    }),
  )
