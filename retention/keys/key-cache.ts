import type { MachineClock } from '../../domain/ports/clocks'
import type { ScopeId } from '../../domain/values/ids'
import { wipeKey, type LoadedKey } from './loaded-key'
import { makeKeysByAncestor } from './keys-by-ancestor'

/** The longest time that a key is cached, in ms. */
export const maxCacheAgeMs = 60_000

/** A key may be used this many ms after it was asked for. A cached key with less time left is fetched anew. */
const longestPauseMs = 5000

/** The keys in the memory of one process. A removed key is wiped: so keep no key across an `await`, but get it again. */
export interface KeyCache {
  readonly get: (scope: ScopeId) => LoadedKey | undefined
  /** Whether the key is cached, and stays cached for the longest pause, also while many keys are added. */
  readonly outlastsPause: (scope: ScopeId) => boolean
  /** Caches a key. A cached key that outlasts the longest pause stays, and the new one is wiped: they are the same. */
  readonly put: (loaded: LoadedKey) => void
  /** Removes the keys of these scopes and of their child scopes. */
  readonly evict: (scopes: ReadonlyArray<ScopeId>) => void
  /** Removes the keys that are older than `maxCacheAgeMs`. */
  readonly sweep: () => void
}

interface CachedKey {
  readonly loaded: LoadedKey
  readonly since: number
  /** The number of keys that had been added when it was added, itself included. */
  readonly number: number
}

/** Caches at most `capacity` keys; the oldest key makes room for a new one. */
export const makeKeyCache = (clock: MachineClock, capacity: number): KeyCache => {
  // A map keeps the order of insertion, which is the order of age.
  const entries = new Map<ScopeId, CachedKey>()
  /** How many keys were added so far. */
  let added = 0
  const keysByAncestor = makeKeysByAncestor()
  const drop = (scope: ScopeId, loaded: LoadedKey): void => {
    entries.delete(scope)
    keysByAncestor.remove(loaded)
    wipeKey(loaded)
  }
  const sweep = (): void => {
    const now = clock.elapsed()
    for (const [scope, { loaded, since }] of entries) {
      if (now - since < maxCacheAgeMs && entries.size <= capacity) return
      drop(scope, loaded)
    }
  }
  const outlastsPause = (scope: ScopeId): boolean => {
    const entry = entries.get(scope)
    if (entry === undefined || clock.elapsed() - entry.since >= maxCacheAgeMs - longestPauseMs) return false
    // Each added key removes at most one, the oldest: the younger half stays while half the capacity is added.
    return added - entry.number < capacity / 2
  }
  return {
    get: (scope) => {
      const entry = entries.get(scope)
      if (entry === undefined) return undefined
      if (clock.elapsed() - entry.since < maxCacheAgeMs) return entry.loaded
      drop(scope, entry.loaded)
      return undefined
    },
    outlastsPause,
    put: (loaded) => {
      const before = entries.get(loaded.scope)
      if (outlastsPause(loaded.scope)) return wipeKey(loaded)
      if (before !== undefined) drop(loaded.scope, before.loaded)
      added += 1
      entries.set(loaded.scope, { loaded, since: clock.elapsed(), number: added })
      keysByAncestor.add(loaded)
      sweep()
    },
    evict: (scopes) => {
      for (const loaded of scopes.flatMap(keysByAncestor.ofScopeAndDescendants)) drop(loaded.scope, loaded)
    },
    sweep,
  }
}
