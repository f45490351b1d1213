import { createStoresToPurgeScopesFrom } from '../../../adapters/composition/derived-stores/create-stores-to-purge-scopes-from'
import { lruStateCache } from '../../../adapters/processes/running-library/lru-state-cache'
import type { EventDecoder } from '../../../adapters/processes/projectors/event-decoder'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'
import {
  evictScopesFromMemory,
  purgeFromFiles,
  storesStillHoldingScopes,
} from '../../../retention/derived-stores/purged-stores'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'

const maxStates = 1000

interface MemoryDependencies {
  readonly keys: CachingScopeKeys
  readonly decoder: EventDecoder
  readonly rows: Pick<ReadModelStore, 'purgeInBackground' | 'count'>
}

/** What a process has of scopes: keys, plaintext, opened events, states and rows, by the code of a service. */
export const processMemory = ({ keys, decoder, rows }: MemoryDependencies) => {
  const stateCache = lruStateCache(maxStates)
  const stores = createStoresToPurgeScopesFrom({
    ...{ keys, stateCache, readModels: rows, eventDecoder: decoder },
    evictedScopes: { add: () => undefined },
    outbox: { count: () => 0 },
    digitalPost: { count: () => 0 },
    footage: { count: () => 0 },
  })
  return {
    stateCache,
    evict: evictScopesFromMemory(stores),
    purgeRows: purgeFromFiles(stores),
    whatIsInMemory: (scopes: ReadonlyArray<PartScope>) => storesStillHoldingScopes(stores)(scopes),
  }
}
