import type { MachineClock } from '../../domain/ports/clocks'
import type { ScopeId } from '../../domain/values/ids'
import { wipe, type HeldKey } from './held-key'
import { keyFamilies } from './key-families'

/** How long a key is held, in ms. */
export const longestHeld = 60_000

/** A key that is asked for now may be used up to so many ms later: one that is held for no longer is fetched anew. */
const longestPause = 5000

/** The keys of one process. A key that leaves is wiped, so hold none across a pause: ask again. */
export interface KeyCache {
  readonly get: (scope: ScopeId) => HeldKey | undefined
  /** Whether a key is here, and will be held for long enough to be used after a pause. */
  readonly outlastsPause: (scope: ScopeId) => boolean
  /** Takes a key in. One that is there and outlasts a pause stays, and the other is wiped: they are the same. */
  readonly put: (held: HeldKey) => void
  /** Drops these scopes and all that are under them. */
  readonly evict: (scopes: ReadonlyArray<ScopeId>) => void
  /** Drops what has been held too long. */
  readonly sweep: () => void
}

/** Holds at most `bound` keys; the one held longest makes room. */
export const makeKeyCache = (clock: MachineClock, bound: number): KeyCache => {
  // A map keeps the order of insertion, which is the order of age.
  const entries = new Map<ScopeId, { readonly held: HeldKey; readonly since: number }>()
  const families = keyFamilies()
  const drop = (scope: ScopeId, held: HeldKey): void => {
    entries.delete(scope)
    families.leave(held)
    wipe(held)
  }
  const sweep = (): void => {
    const now = clock.elapsed()
    for (const [scope, { held, since }] of entries) {
      if (now - since < longestHeld && entries.size <= bound) return
      drop(scope, held)
    }
  }
  const outlastsPause = (scope: ScopeId): boolean => {
    const entry = entries.get(scope)
    return entry !== undefined && clock.elapsed() - entry.since < longestHeld - longestPause
  }
  return {
    get: (scope) => {
      const entry = entries.get(scope)
      if (entry === undefined) return undefined
      if (clock.elapsed() - entry.since < longestHeld) return entry.held
      drop(scope, entry.held)
      return undefined
    },
    outlastsPause,
    put: (held) => {
      const before = entries.get(held.scope)
      if (outlastsPause(held.scope)) return wipe(held)
      if (before !== undefined) drop(held.scope, before.held)
      entries.set(held.scope, { held, since: clock.elapsed() })
      families.join(held)
      sweep()
    },
    evict: (scopes) => {
      for (const held of scopes.flatMap(families.under)) drop(held.scope, held)
    },
    sweep,
  }
}
