import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { KeyWrapCiphers } from '../sealing/aes-gcm'
import type { Epoch, KekRing, LibraryId, NotAuthentic } from './kek-ring'
import { keysUnavailable } from './keys-unavailable'

/** Wrapping keys that were copied out of a ring, by epoch. */
export interface WrappingKeysCopiedFromRing {
  readonly library: LibraryId
  readonly currentEpoch: Epoch
  readonly keys: ReadonlyMap<Epoch, Uint8Array>
}

const notAuthentic: NotAuthentic = { _tag: 'NotAuthentic' }
const noSuchEpoch = keysUnavailable('the ring has no such epoch')

/** Wraps and unwraps with copied wrapping keys. Those in escrow count as epochs in use. The caller wipes the keys. */
export const ringOverCopiedWrappingKeys = (
  { library, currentEpoch, keys }: WrappingKeysCopiedFromRing,
  { encrypt, decrypt }: KeyWrapCiphers,
): Pick<KekRing, 'library' | 'currentEpoch' | 'epochs' | 'retiredEpochs' | 'wrap' | 'unwrap' | 'unwrapFromEscrow'> => {
  const find = (epoch: Epoch): E.Either<Unavailable, Uint8Array> => E.fromNullable(noSuchEpoch)(keys.get(epoch))
  const unwrap: KekRing['unwrap'] = (epoch, additional, wrapped) =>
    TE.fromEither(
      pipe(
        find(epoch),
        E.flatMap((key) => E.fromNullable<Unavailable | NotAuthentic>(notAuthentic)(decrypt(key, additional, wrapped))),
      ),
    )
  return {
    library,
    currentEpoch: () => currentEpoch,
    epochs: () => [...keys.keys()],
    retiredEpochs: () => [],
    wrap: (epoch, additional, plaintext) =>
      TE.fromEither(
        pipe(
          find(epoch),
          E.map((key) => encrypt(key, additional, plaintext)),
        ),
      ),
    unwrap,
    unwrapFromEscrow: unwrap,
  }
}
