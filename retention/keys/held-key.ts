import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/language/ids'
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
  ...sealingKeys(key),
})

/** Overwrites what is secret. */
export const wipe = (held: HeldKey): void => {
  held.key.fill(0)
  held.encryption.fill(0)
}
