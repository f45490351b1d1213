import type { MonotonicClock } from '../../domain/ports/clocks'
import type { ScopeId } from '../../domain/values/ids'
import { wipeKey, type LoadedKey } from './loaded-key'
import { createIndexOfKeysByAncestor } from './index-of-keys-by-ancestor'

/** The longest time that a key is cached, in ms. */
export const maxKeyCacheAgeMs = 60_000

/** The keys in the memory of one process. A removed key is wiped: so keep no key across an `await`, but get it again. */
export interface KeyCache {
  readonly get: (scope: ScopeId) => LoadedKey | undefined
  /** Caches a key. A cached key stays, and the new one is wiped: they are the same. */
  readonly put: (loaded: LoadedKey) => void
  /** Removes the keys of these scopes and of their child scopes. */
  readonly evict: (scopes: ReadonlyArray<ScopeId>) => void
  /** How many keys of these scopes and of their child scopes are cached. */
  readonly count: (scopes: ReadonlyArray<ScopeId>) => number
  /** Removes the keys that are older than `maxKeyCacheAgeMs`. */
  readonly sweep: () => void
}

interface CachedKey {
  readonly loaded: LoadedKey
  readonly since: number
}

/** Caches at most `capacity` keys; the oldest key makes room for a new one. */
export const makeKeyCache = (clock: MonotonicClock, capacity: number): KeyCache => {
  // A map keeps the order of insertion, which is the order of age.
  const entries = new Map<ScopeId, CachedKey>()
  const keysByAncestor = createIndexOfKeysByAncestor()
  // One iterator for all sweeps: a new one passes over every key that was dropped since the map was last rearranged.
  let byAge = entries.values()
  let oldest: CachedKey | undefined
  const findOldest = (): CachedKey | undefined => {
    while (oldest === undefined || entries.get(oldest.loaded.scope) !== oldest) {
      const next = byAge.next()
      if (next.done === true) {
        // Every key was dropped. An iterator that has ended gives none of those that come later.
        byAge = entries.values()
        oldest = undefined
        return undefined
      }
      oldest = next.value
    }
    return oldest
  }
  const drop = (scope: ScopeId, loaded: LoadedKey): void => {
    entries.delete(scope)
    keysByAncestor.remove(loaded)
    wipeKey(loaded)
  }
  const sweep = (): void => {
    const now = clock.elapsed()
    for (let first = findOldest(); first !== undefined; first = findOldest()) {
      if (now - first.since < maxKeyCacheAgeMs && entries.size <= capacity) return
      drop(first.loaded.scope, first.loaded)
    }
  }
  const get = (scope: ScopeId): LoadedKey | undefined => {
    const entry = entries.get(scope)
    if (entry === undefined) return undefined
    if (clock.elapsed() - entry.since < maxKeyCacheAgeMs) return entry.loaded
    drop(scope, entry.loaded)
    return undefined
  }
  return {
    get,
    put: (loaded) => {
      if (get(loaded.scope) !== undefined) return wipeKey(loaded)
      entries.set(loaded.scope, { loaded, since: clock.elapsed() })
      keysByAncestor.add(loaded)
      sweep()
    },
    evict: (scopes) => {
      for (const loaded of scopes.flatMap(keysByAncestor.ofScopeAndDescendants)) drop(loaded.scope, loaded)
    },
    count: (scopes) => scopes.flatMap(keysByAncestor.ofScopeAndDescendants).length,
    sweep,
  }
}
