import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../keys/kek-ring'
import { encodeCheckpoint, type Checkpoint } from './checkpoint'
import { keyIdOf, noteKeyOfPem } from './note-key'
import type { SignedNote } from './signed-note'

/** Signs the head of a log with the key of the library. The key has the name of the log. */
export const signCheckpoint =
  ({ sign, verifyingKey }: Pick<KekRing, 'sign' | 'verifyingKey'>) =>
  (checkpoint: Checkpoint): TE.TaskEither<Unavailable, SignedNote> => {
    const text = encodeCheckpoint(checkpoint)
    const keyId = keyIdOf(noteKeyOfPem('ed25519', checkpoint.origin)(verifyingKey))
    return pipe(
      sign(Buffer.from(text, 'utf8')),
      TE.map((signature) => ({ text, signatures: [{ name: checkpoint.origin, keyId, signature }] })),
    )
  }
