import { scopeClasses } from '../../../domain/event/scope-class'
import { storesStillHoldingScopes, type PurgedStores } from '../../../retention/derived-stores/purged-stores'
import type { DerivedStoreQueries } from '../../processes/running-library/derived-store-queries'
import { allDerivedStores } from '../derived-stores/all-derived-stores'

/** Shows the registry of derived stores, and looks for scopes in them: in each class, because an erased one has none. */
export const createDerivedStoreRegistryQueries = (stores: PurgedStores): DerivedStoreQueries => ({
  all: allDerivedStores,
  holding: (scopes) =>
    storesStillHoldingScopes(stores)(scopes.flatMap((scope) => scopeClasses.map((name) => ({ class: name, scope })))),
})
