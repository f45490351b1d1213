import type { ScopeToPurge } from '../../../projections/read-model/purge-scopes'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import type { EvictableStateCache } from '../../processes/running-library/lru-state-cache'

/** Drops the keys and cached states of erased scopes from the memory of this process. */
export type EvictScopes = (scopes: ReadonlyArray<ScopeToPurge>) => void

/** Evicts keys and cached states. The cache does not know which scopes belong to a borrower: with a borrower's scope it evicts every state. */
export const evictScopesFromMemory =
  (keys: Pick<CachingScopeKeys, 'evict'>, stateCache: EvictableStateCache): EvictScopes =>
  (scopes) => {
    const ids = scopes.map(({ scope }) => scope)
    keys.evict(ids)
    if (scopes.some(({ class: name }) => name === 'borrower')) stateCache.evictAll()
    else stateCache.evictScopes(ids)
  }
