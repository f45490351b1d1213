import * as TE from 'fp-ts/TaskEither'
import type { CertificateId } from '../../domain/values/ids'
import type { Part, Unavailable } from '../../domain/ports/keys'
import type { KeyStore } from './key-store'
import type { HeldKeys } from './make-keys'

/**
 * Destroys the keys of scopes that the log says are due, and drops them from memory. What was destroyed is off the
 * disk only once `checkpointTruncate` has succeeded too. Idempotent.
 */
export const fenceScopes =
  (store: Pick<KeyStore, 'fence'>, keys: Pick<HeldKeys, 'evict'>) =>
  (certificate: CertificateId) =>
  (scopes: ReadonlyArray<Part>): TE.TaskEither<Unavailable, void> =>
    TE.map(() => keys.evict(scopes.map(({ scope }) => scope)))(store.fence(scopes, certificate))
