import { LRUCache } from 'lru-cache'
import type { StreamAddress } from '../../../domain/event/stream'
import type { ScopeId } from '../../../domain/values/ids'
import type { CachedState, StateCache } from '../../../domain/ports/state-cache'

/** A cache of aggregate states that evicts the states with parts of given scopes. */
export interface EvictableStateCache extends StateCache {
  readonly evictScopes: (scopes: ReadonlyArray<ScopeId>) => void
  /** Evicts every state. Used when a parent scope is erased, because the cache does not know its child scopes. */
  readonly evictAll: () => void
}

const keyOf = ({ log, stream }: StreamAddress): string => `${log}/${stream}`

/** A bounded cache in memory that drops the least recently used state first. */
export const lruStateCache = (maxStates: number): EvictableStateCache => {
  const streamsOf = new Map<ScopeId, string>()
  const cache = new LRUCache<string, CachedState>({
    max: maxStates,
    dispose: (cached) => {
      for (const scope of cached.scopes) streamsOf.delete(scope)
    },
    noDisposeOnSet: true,
  })
  return {
    get: (address) => cache.get(keyOf(address)),
    put: (address, cached) => {
      const key = keyOf(address)
      cache.set(key, cached)
      for (const scope of cached.scopes) streamsOf.set(scope, key)
    },
    evict: (address) => void cache.delete(keyOf(address)),
    evictScopes: (scopes) => {
      for (const scope of scopes) {
        const key = streamsOf.get(scope)
        if (key !== undefined) cache.delete(key)
      }
    },
    evictAll: () => {
      cache.clear()
      streamsOf.clear()
    },
  }
}
