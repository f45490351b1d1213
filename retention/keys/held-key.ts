import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import { sealingKeys } from '../sealing/derive'
import type { ScopeKeys } from '../sealing/seal-part'

/** A scope's key in memory, with what is derived from it once. */
export interface HeldKey extends ScopeKeys {
  readonly _tag: 'Held'
  readonly scope: ScopeId
  readonly class: ScopeClass
  /** The scope itself, its parent, and so on: the key is dead when any of them has ended. */
  readonly lineage: ReadonlyArray<ScopeId>
  readonly key: Buffer
  /** What else is derived from the key, each when it is first asked for: see `derivedOnce`. */
  readonly derived: Map<Derivation, Buffer>
}

type Derivation = (key: Uint8Array) => Buffer

/** Derives a key from one that is held, once for as long as it is held: a parent has many children. */
export const derivedOnce =
  (derive: Derivation) =>
  ({ key, derived }: Pick<HeldKey, 'key' | 'derived'>): Buffer => {
    const known = derived.get(derive)
    if (known !== undefined) return known
    const made = derive(key)
    derived.set(derive, made)
    return made
  }

/** The version of keys made now. */
export const keyVersion = 1

/** Derives what a key seals with. `parent` is absent for a scope directly under the library. */
export const holdKey = (
  row: { readonly scope: ScopeId; readonly class: ScopeClass; readonly version: number },
  key: Buffer,
  parent: Pick<HeldKey, 'lineage'> | undefined,
): HeldKey => ({
  _tag: 'Held',
  scope: row.scope,
  class: row.class,
  version: row.version,
  lineage: parent === undefined ? [row.scope] : [row.scope, ...parent.lineage],
  key,
  derived: new Map(),
  ...sealingKeys(key),
})

/** Overwrites what is secret. */
export const wipe = (held: HeldKey): void => {
  held.key.fill(0)
  held.encryption.fill(0)
  for (const made of held.derived.values()) made.fill(0)
}
