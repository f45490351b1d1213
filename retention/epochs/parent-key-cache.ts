import type { ScopeId } from '../../domain/values/ids'
import type { WrappingKeyForChildren } from '../keys/key-wrapping'

/** A parent, with the key that wraps the keys of its children. */
export interface ParentKey extends WrappingKeyForChildren {
  /** The parent, its own parent, and so on. */
  readonly lineage: ReadonlyArray<ScopeId>
}

/** The most keys of parents that are kept from one batch for the next: about 15 MB. */
const maxParents = 50_000

/** The longest time that they are kept, in ms: as long as a process caches a key. */
const maxAgeMs = 60_000

/** The keys of parents that were loaded: many children have the same parent. */
export interface ParentKeyCache {
  /** Undefined: not loaded, or the key cannot be unwrapped. */
  readonly find: (parent: ScopeId) => ParentKey | undefined
  readonly add: (parent: ParentKey) => void
  /** Wipes the keys that are too old or too many, the oldest first. Between two batches only. */
  readonly sweep: () => void
  /** Wipes the keys of these scopes, and of those below them. */
  readonly evict: (scopes: ReadonlyArray<ScopeId>) => void
  readonly wipeAll: () => void
}

export const createParentKeyCache = (elapsed: () => number): ParentKeyCache => {
  // A map keeps the order of insertion, which is the order of age.
  const keys = new Map<ScopeId, { readonly parent: ParentKey; readonly since: number }>()
  const wipe = (parent: ParentKey): void => {
    parent.wrapping.fill(0)
    keys.delete(parent.scope)
  }
  return {
    find: (scope) => keys.get(scope)?.parent,
    add: (parent) => {
      if (!keys.has(parent.scope)) keys.set(parent.scope, { parent, since: elapsed() })
    },
    sweep: () => {
      const now = elapsed()
      for (const { parent, since } of keys.values()) {
        if (now - since < maxAgeMs && keys.size <= maxParents) return
        wipe(parent)
      }
    },
    evict: (scopes) => {
      if (scopes.length === 0) return
      const evicted = new Set(scopes)
      for (const { parent } of keys.values()) if (parent.lineage.some((scope) => evicted.has(scope))) wipe(parent)
    },
    wipeAll: () => {
      for (const { parent } of keys.values()) wipe(parent)
    },
  }
}
