import { scopeClasses } from '../../../domain/event/scope-class'
import { storesHolding, type PurgedStores } from '../../../retention/derived-stores/purged-stores'
import type { DerivedStoreOperations } from '../../processes/running-library/derived-store-operations'
import { allDerivedStores } from '../derived-stores/all-derived-stores'

/** Shows the registry of derived stores, and looks for a scope in them: in each class, because an erased one has none. */
export const createDerivedStoreOperations = (stores: PurgedStores): DerivedStoreOperations => ({
  all: allDerivedStores,
  holding: (scope) => storesHolding(stores)(scopeClasses.map((name) => ({ class: name, scope }))),
})
