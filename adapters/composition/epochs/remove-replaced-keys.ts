import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MoveKeysToEpochPorts } from '../../../retention/epochs/roll-epoch'
import { checkpointKeyStoreWithRetries } from '../../../retention/erasing/checkpoint-key-store-step'
import type { KeyStore } from '../../../retention/keys/key-store'
import { delay } from '../../system/concurrency/delay'

/**
 * Removes the bytes of keys that were replaced: the rows are rewritten, where the store has not overwritten them in their
 * place, and then its write-ahead log is emptied.
 */
export const removeReplacedKeys = ({
  rewrite,
  checkpointTruncate,
}: Pick<KeyStore, 'rewrite' | 'checkpointTruncate'>): MoveKeysToEpochPorts['checkpointKeyStore'] =>
  pipe(
    rewrite ?? TE.right(undefined),
    TE.flatMap(() =>
      checkpointKeyStoreWithRetries({ checkpointKeyStore: checkpointTruncate, sleep: (ms) => () => delay(ms) }),
    ),
  )
