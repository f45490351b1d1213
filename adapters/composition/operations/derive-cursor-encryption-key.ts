import { createHash } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Task } from 'fp-ts/Task'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { randomBytes } from '../../../retention/sealing/random-bytes'

/**
 * The key that encrypts what answers give callers to send back (positions, cursors). It is derived from the ring, so that
 * all processes of a library have the same. The signed text must not change. When the ring does not sign, the key is
 * random, and serves this process alone.
 */
export const deriveCursorEncryptionKey = ({ sign }: Pick<KekRing, 'sign'>): Task<Uint8Array> =>
  pipe(
    sign(Buffer.from('glemsom 1 after tokens')),
    TE.match(
      () => randomBytes(32),
      (signature) => createHash('sha256').update(signature).digest(),
    ),
  )
