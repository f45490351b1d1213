import { LRUCache } from 'lru-cache'
import type { Address } from '../../../domain/event/stream'
import type { ScopeId } from '../../../domain/values/ids'
import type { CachedState, StateCache } from '../../../domain/ports/state-cache'

/** A cache of states that also forgets: dropping a scope drops every state that holds a part of it. */
export interface ForgettingCache extends StateCache {
  readonly evict: (scopes: ReadonlyArray<ScopeId>) => void
  /** Drops everything: a parent was erased, and whose children stand where is nobody's to know. */
  readonly clear: () => void
}

const keyOf = ({ log, stream }: Address): string => `${log}/${stream}`

/** A bounded cache in memory; the least recently used state goes first. */
export const stateCache = (states: number): ForgettingCache => {
  const streamsOf = new Map<ScopeId, string>()
  const cache = new LRUCache<string, CachedState>({
    max: states,
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
    drop: (address) => void cache.delete(keyOf(address)),
    evict: (scopes) => {
      for (const scope of scopes) {
        const key = streamsOf.get(scope)
        if (key !== undefined) cache.delete(key)
      }
    },
    clear: () => {
      cache.clear()
      streamsOf.clear()
    },
  }
}
