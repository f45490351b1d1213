import * as TE from 'fp-ts/TaskEither'
import type { ScopeId } from '../../domain/values/ids'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { KeyStore } from './key-store'
import type { CachingScopeKeys } from './caching-scope-keys'

/**
 * Destroys keys that no event has named for a day (after a crash or a lost race), except those in use in this process.
 * The caller has found them unnamed twice, a day apart: the key store records no times. Returns the destroyed scopes.
 */
export const destroyOrphanKeys =
  (store: Pick<KeyStore, 'remove'>, keys: Pick<CachingScopeKeys, 'isInUse' | 'evict'>) =>
  (scopes: ReadonlyArray<ScopeId>): TE.TaskEither<Unavailable, ReadonlyArray<ScopeId>> => {
    const orphans = scopes.filter((scope) => !keys.isInUse(scope))
    return TE.map(() => {
      keys.evict(orphans)
      return orphans
    })(store.remove(orphans))
  }
