import { LRUCache } from 'lru-cache'
import type { StreamAddress } from '../../../domain/event/stream'
import type { ScopeId } from '../../../domain/values/ids'
import type { CachedState, StateCache } from '../../../domain/ports/state-cache'
import { createStatesByScopeIndex } from './states-by-scope-index'

/** A cache of aggregate states that evicts the states with parts of given scopes. */
export interface EvictableStateCache extends StateCache {
  readonly evictScopes: (scopes: ReadonlyArray<ScopeId>) => void
  /** Evicts every state. Used when a parent scope is erased, because the cache does not know its child scopes. */
  readonly evictAll: () => void
  /** How many cached states hold a part of one of the scopes. */
  readonly countScopes: (scopes: ReadonlyArray<ScopeId>) => number
}

const keyOf = ({ log, stream }: StreamAddress): string => `${log}/${stream}`

/** A bounded cache in memory that drops the least recently used state first. */
export const lruStateCache = (maxStates: number): EvictableStateCache => {
  const index = createStatesByScopeIndex()
  const cache = new LRUCache<string, CachedState>({
    max: maxStates,
    dispose: ({ scopes }, key) => index.remove(scopes, key),
  })
  let evictions = 0
  return {
    evictions: () => evictions,
    get: (address) => cache.get(keyOf(address)),
    put: (address, cached, evictionsBefore) => {
      if (evictionsBefore !== evictions) return
      const key = keyOf(address)
      cache.set(key, cached)
      index.add(cached.scopes, key)
    },
    evict: (address) => void cache.delete(keyOf(address)),
    evictScopes: (scopes) => {
      evictions += 1
      for (const key of index.statesOf(scopes)) cache.delete(key)
    },
    evictAll: () => {
      evictions += 1
      cache.clear()
    },
    countScopes: (scopes) => index.statesOf(scopes).size,
  }
}
