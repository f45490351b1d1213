import { createHash } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'

/** The secret from which processes derive the numbers of locks and eviction requests. Only a process that has the ring can derive it. The signed text must not change. */
export const deriveSharedSecret = (ring: Pick<KekRing, 'sign'>): TE.TaskEither<Unavailable, Uint8Array> =>
  pipe(
    ring.sign(Buffer.from('glemsom 1 gate')),
    TE.map((signature) => createHash('sha256').update(signature).digest()),
  )
