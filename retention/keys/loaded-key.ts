import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import { deriveSealingKeys } from '../sealing/derive-keys'
import type { VersionedSealingKeys } from '../sealing/seal-part'

/** A scope's key in memory, with the keys derived from it. */
export interface LoadedKey extends VersionedSealingKeys {
  readonly _tag: 'Loaded'
  readonly scope: ScopeId
  readonly class: ScopeClass
  /** The scope, its parent, and so on: the key must not be used when any of them has ended. */
  readonly lineage: ReadonlyArray<ScopeId>
  readonly key: Buffer
  /** Further derived keys, each derived at its first use: see `memoizeDerivation`. */
  readonly derived: Map<Derivation, Buffer>
}

type Derivation = (key: Uint8Array) => Buffer

/** Derives a key from a loaded key once, and keeps the result with it: a parent has many children. */
export const memoizeDerivation =
  (derive: Derivation) =>
  ({ key, derived }: Pick<LoadedKey, 'key' | 'derived'>): Buffer => {
    const cached = derived.get(derive)
    if (cached !== undefined) return cached
    const result = derive(key)
    derived.set(derive, result)
    return result
  }

/** The version of keys that are created now. */
export const versionOfNewKeys = 1

/** Adds lineage and sealing keys to a scope's key. `parent` is undefined for a scope directly under the library. */
export const toLoadedKey = (
  row: { readonly scope: ScopeId; readonly class: ScopeClass; readonly version: number },
  key: Buffer,
  parent: Pick<LoadedKey, 'lineage'> | undefined,
): LoadedKey => ({
  _tag: 'Loaded',
  scope: row.scope,
  class: row.class,
  version: row.version,
  lineage: parent === undefined ? [row.scope] : [row.scope, ...parent.lineage],
  key,
  derived: new Map(),
  ...deriveSealingKeys(key),
})

/** Overwrites the secret bytes with zeros. */
export const wipeKey = (loaded: LoadedKey): void => {
  loaded.key.fill(0)
  loaded.encryption.fill(0)
  for (const result of loaded.derived.values()) result.fill(0)
}
