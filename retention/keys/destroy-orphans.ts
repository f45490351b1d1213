import * as TE from 'fp-ts/TaskEither'
import type { ScopeId } from '../../domain/values/ids'
import type { Unavailable } from '../../domain/ports/keys'
import type { KeyStore } from './key-store'
import type { HeldKeys } from './make-keys'

/**
 * Destroys keys that no event has named for a day (a crash, a lost race), but none that is in use in this process.
 * The caller has seen them unnamed twice, a day apart: the key store knows no times. Answers what was destroyed.
 */
export const destroyOrphans =
  (store: Pick<KeyStore, 'remove'>, keys: Pick<HeldKeys, 'isInUse' | 'evict'>) =>
  (scopes: ReadonlyArray<ScopeId>): TE.TaskEither<Unavailable, ReadonlyArray<ScopeId>> => {
    const orphans = scopes.filter((scope) => !keys.isInUse(scope))
    return TE.map(() => {
      keys.evict(orphans)
      return orphans
    })(store.remove(orphans))
  }
