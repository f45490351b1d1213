import type { ScopeId } from '../../../domain/values/ids'
import type { DeclaredStores, PurgedStoreName } from '../../../retention/derived-stores/derived-store'

/** What the library holds of its events, and where. */
export interface DerivedStoreQueries {
  /** The registry of every table, index, file, cache and queue. */
  readonly all: DeclaredStores
  /** The stores that hold something of one of the scopes now: none after their erasure. */
  readonly holding: (scopes: ReadonlyArray<ScopeId>) => ReadonlyArray<PurgedStoreName>
}
