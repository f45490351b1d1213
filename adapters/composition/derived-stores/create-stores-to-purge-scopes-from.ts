import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../domain/values/ids'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'
import type { PurgeableStore, PurgedStores } from '../../../retention/derived-stores/purged-stores'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import type { EvictionCollector } from '../../../retention/keys/eviction-collector'
import type { EventDecoder } from '../../processes/projectors/event-decoder'
import type { EvictableStateCache } from '../../processes/running-library/lru-state-cache'

interface StoresOfScopes {
  readonly readModels: Pick<ReadModelStore, 'purgeInBackground' | 'count'>
  readonly keys: Pick<CachingScopeKeys, 'evict' | 'clearPlaintext' | 'countKeys' | 'countPlaintext'>
  readonly evictedScopes: Pick<EvictionCollector, 'add'>
  readonly eventDecoder: Pick<EventDecoder, 'clear' | 'countOpened'>
  readonly stateCache: EvictableStateCache
  readonly outbox: PurgeableStore
  readonly digitalPost: PurgeableStore
  readonly footage: PurgeableStore
}

const idsOf = (scopes: ReadonlyArray<PartScope>): ReadonlyArray<ScopeId> => scopes.map(({ scope }) => scope)

/** A state does not say which of its scopes belong to a borrower, so with a borrower's scope every state is evicted. */
const evictStates =
  (stateCache: EvictableStateCache) =>
  (scopes: ReadonlyArray<PartScope>): void => {
    if (scopes.some(({ class: name }) => name === 'borrower')) stateCache.evictAll()
    else stateCache.evictScopes(idsOf(scopes))
  }

/** The stores of a running library that the worker purges scopes from. */
export const createStoresToPurgeScopesFrom = ({
  readModels,
  keys,
  evictedScopes,
  eventDecoder,
  stateCache,
  outbox,
  digitalPost,
  footage,
}: StoresOfScopes): PurgedStores => ({
  'read models': {
    purge: (scopes) =>
      pipe(
        readModels.purgeInBackground(scopes),
        TE.mapLeft(({ _tag, reason }) => ({ _tag, reason })),
      ),
    count: (scopes) => scopes.reduce((total, scope) => total + readModels.count(scope), 0),
  },
  'keys in memory': {
    evict: (scopes) => {
      keys.evict(idsOf(scopes))
      evictedScopes.add(idsOf(scopes))
    },
    count: (scopes) => keys.countKeys(idsOf(scopes)),
  },
  'plaintext of sealed events': {
    evict: keys.clearPlaintext,
    count: (scopes) => keys.countPlaintext(idsOf(scopes)),
  },
  'opened events': {
    evict: eventDecoder.clear,
    count: (scopes) => eventDecoder.countOpened(idsOf(scopes)),
  },
  'states of aggregates': {
    evict: evictStates(stateCache),
    count: (scopes) => stateCache.countScopes(idsOf(scopes)),
  },
  outbox,
  'mails for Digital Post': digitalPost,
  'files of recordings': footage,
})
