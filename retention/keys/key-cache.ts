import type { MachineClock } from '../../domain/ports/clocks'
import type { ScopeId } from '../../domain/values/ids'
import { wipe, type HeldKey } from './held-key'
import { keyFamilies } from './key-families'

/** How long a key is held, in ms. */
export const longestHeld = 60_000

/** The keys of one process. A key that leaves is wiped, so hold none across a pause: ask again. */
export interface KeyCache {
  readonly get: (scope: ScopeId) => HeldKey | undefined
  /** Takes a key in. One that is there already stays, and the other is wiped: they are the same. */
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
  return {
    get: (scope) => {
      const entry = entries.get(scope)
      if (entry === undefined) return undefined
      if (clock.elapsed() - entry.since < longestHeld) return entry.held
      drop(scope, entry.held)
      return undefined
    },
    put: (held) => {
      if (entries.has(held.scope)) return wipe(held)
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
