import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import type { EpochOperations } from '../../processes/running-library/epoch-operations'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { KeyBackupWatch } from '../epochs/watch-key-backups'
import type { LibraryStores } from '../stores/library-stores'

/** The body of a PEM: base64 of the key's SPKI, without the first and last line. */
const pemBody = (pem: string): string => pem.split('\n').slice(1, -2).join('')

/** What is told of the keys besides the store and the ring. */
interface KeyStatusDependencies extends Pick<EpochOperations, 'waiting'> {
  readonly keyBackups: Pick<KeyBackupWatch, 'status'>
  readonly today: () => Day
}

/**
 * Answers the key counts, the library, the epochs, what is said of a destroyed one, and the key that verifies
 * certificates. Never a key that seals.
 */
export const createKeyStoreStatusReader =
  (
    { keyStore, ring }: LibraryStores,
    { waiting, keyBackups, today }: KeyStatusDependencies,
  ): RunningLibrary['keyStoreStatus'] =>
  async () => {
    const counts = await keyStore.count()
    return {
      library: ring.library,
      epoch: ring.currentEpoch(),
      epochs: ring.epochs().length,
      inEscrow: ring
        .retiredEpochs()
        .flatMap(({ epoch, retiredOn, destroyedOn }) => (destroyedOn === undefined ? [{ epoch, retiredOn }] : [])),
      keyDestruction: ring.keyDestruction(today()),
      rollWaitsFor: (await waiting())?.reason ?? null,
      backup: keyBackups.status(),
      verifyingKey: pemBody(ring.verifyingKey),
      ...(E.isRight(counts) ? counts.right : { unavailable: counts.left.reason }),
    }
  }
