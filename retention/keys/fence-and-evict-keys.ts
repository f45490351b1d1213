import * as TE from 'fp-ts/TaskEither'
import type { CertificateId } from '../../domain/values/ids'
import type { PartScope, Unavailable } from '../../domain/ports/scope-keys'
import type { KeyStore } from './key-store'
import type { CachingScopeKeys } from './caching-scope-keys'

/**
 * Destroys the keys of scopes that are declared due, and evicts them from this process. The destroyed bytes are off the
 * disk only after `checkpointTruncate` has succeeded too. Idempotent.
 */
export const fenceAndEvictKeys =
  (store: Pick<KeyStore, 'fence'>, keys: Pick<CachingScopeKeys, 'evict'>) =>
  (certificate: CertificateId) =>
  (scopes: ReadonlyArray<PartScope>): TE.TaskEither<Unavailable, void> =>
    TE.map(() => keys.evict(scopes.map(({ scope }) => scope)))(store.fence(scopes, certificate))
