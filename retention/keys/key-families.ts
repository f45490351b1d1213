import type { ScopeId } from '../../domain/values/ids'
import type { HeldKey } from './held-key'

/** The keys at hand by each scope of their lineage: what goes with a scope is found at once, however many are held. */
export interface KeyFamilies {
  readonly join: (held: HeldKey) => void
  readonly leave: (held: HeldKey) => void
  /** The key of a scope itself, and those of all that are under it. */
  readonly under: (scope: ScopeId) => ReadonlyArray<HeldKey>
}

export const keyFamilies = (): KeyFamilies => {
  const families = new Map<ScopeId, Set<HeldKey>>()
  return {
    join: (held) => {
      for (const id of held.lineage) {
        const family = families.get(id)
        if (family === undefined) families.set(id, new Set([held]))
        else family.add(held)
      }
    },
    leave: (held) => {
      for (const id of held.lineage) {
        const family = families.get(id)
        family?.delete(held)
        if (family?.size === 0) families.delete(id)
      }
    },
    under: (scope) => [...(families.get(scope) ?? [])],
  }
}
