import type { ScopeId } from '../../domain/values/ids'
import type { LoadedKey } from './loaded-key'

/** Indexes cached keys by every scope of their lineage, so that the keys that end with a scope are found without a scan. */
interface KeysByAncestor {
  readonly add: (loaded: LoadedKey) => void
  readonly remove: (loaded: LoadedKey) => void
  /** The key of the scope itself, and the keys of its child scopes. */
  readonly ofScopeAndDescendants: (scope: ScopeId) => ReadonlyArray<LoadedKey>
}

export const createIndexOfKeysByAncestor = (): KeysByAncestor => {
  const byAncestor = new Map<ScopeId, Set<LoadedKey>>()
  return {
    add: (loaded) => {
      for (const id of loaded.lineage) {
        const keys = byAncestor.get(id)
        if (keys === undefined) byAncestor.set(id, new Set([loaded]))
        else keys.add(loaded)
      }
    },
    remove: (loaded) => {
      for (const id of loaded.lineage) {
        const keys = byAncestor.get(id)
        keys?.delete(loaded)
        if (keys?.size === 0) byAncestor.delete(id)
      }
    },
    ofScopeAndDescendants: (scope) => [...(byAncestor.get(scope) ?? [])],
  }
}
