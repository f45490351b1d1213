import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { Erased } from '../../domain/event/plain-or-erased'
import type { ScopeId } from '../../domain/values/ids'
import type { MonotonicClock } from '../../domain/ports/clocks'
import type { ScopeKeys, PartScope, Unavailable } from '../../domain/ports/scope-keys'
import type { RaiseKeyAlarm } from './key-alarm'
import { createContentCipher } from './create-content-cipher'
import { deriveIdsFromCauses } from './derive-ids-from-causes'
import type { IsScopeEnded } from './is-scope-ended'
import { makeKeyCache } from './key-cache'
import type { LoadedKey } from './loaded-key'
import type { KekRing } from './kek-ring'
import type { KeyStore } from './key-store'
import { makePlaintextCache } from './plaintext-cache'
import { withScopeKeys, type FindKey } from './with-scope-keys'
import { createKeysOfNewScopes } from './create-keys-of-new-scopes'
import { decryptPartsOfEvent } from './decrypt-parts-of-event'
import { sealEventParts } from './seal-event-parts'
import { keysUnavailable } from './keys-unavailable'
import { createUnnamedKeyTracker } from './unnamed-key-tracker'

interface CachingScopeKeysDependencies {
  readonly store: KeyStore
  readonly ring: KekRing
  /** Called at every use of a key, also of a cached key. */
  readonly isEnded: IsScopeEnded
  /** Whether the log says that the key of a scope was lost; absent: it says so of none. */
  readonly isLost?: (scope: ScopeId) => boolean
  /** Whether any event names the scope, erased or not; absent: events name none. */
  readonly isNamed?: (scope: ScopeId) => boolean
  readonly clock: MonotonicClock
  readonly alarm: RaiseKeyAlarm
  /** The most keys that are cached. */
  readonly capacity: number
  /** Called whenever the plaintext cache is cleared, so that other caches of plain values are cleared with it. */
  readonly plaintextDropped?: () => void
}

/** The keys as the domain needs them, with operations on the cache of this process. */
export interface CachingScopeKeys extends ScopeKeys {
  /** Removes the keys of erased scopes, and of their child scopes, from the cache. Call it in every process. */
  readonly evict: (scopes: ReadonlyArray<ScopeId>) => void
  /** Removes the plaintext of sealed events from memory. `evict` and `sweep` do it too. */
  readonly clearPlaintext: () => void
  /** How many keys of the scopes, and of their child scopes, are cached. */
  readonly countKeys: (scopes: ReadonlyArray<ScopeId>) => number
  /** How many sealed events of the scopes have their plaintext in memory. */
  readonly countPlaintext: (scopes: ReadonlyArray<ScopeId>) => number
  /** Loads keys into the cache by one request to the key store. A failure shows when the key is used. */
  readonly prefetchKeys: (scopes: ReadonlyArray<ScopeId>) => Task<void>
  /** Notes that an event in a log names these scopes: their keys are no orphans. */
  readonly markNamed: (scopes: ReadonlyArray<ScopeId>) => void
  /** Whether the key is cached, or was created here within the last hour and may still be named by an event. */
  readonly isInUse: (scope: ScopeId) => boolean
  /** Whether the key was created here within the last three days and no event names it: it is no orphan yet. */
  readonly isUnnamed: (scope: ScopeId) => boolean
  /** Removes keys that were cached 60 s ago. Call it regularly: otherwise old keys leave only when new ones come. */
  readonly sweep: () => void
}

const wrongStore = keysUnavailable('the key store belongs to another library than the ring')

/** The key store and the ring belong to different libraries: no key is created, and nothing is sealed or opened. */
const refuseAll = (alarm: RaiseKeyAlarm): CachingScopeKeys => {
  const refuse = TE.fromIOEither(() => {
    alarm('WrongKeyStore')
    return E.left(wrongStore)
  })
  return {
    createKeys: () => refuse,
    sealParts: () => refuse,
    openParts: (_context, _sealed, parts) => async () => {
      await refuse()
      return parts.map(() => wrongStore)
    },
    deriveIdsUnder: () => refuse,
    contentCipherUnder: () => refuse,
    evict: () => undefined,
    clearPlaintext: () => undefined,
    countKeys: () => 0,
    countPlaintext: () => 0,
    prefetchKeys: () => () => Promise.resolve(),
    markNamed: () => undefined,
    isInUse: () => true,
    isUnnamed: () => false,
    sweep: () => undefined,
  }
}

const overStoreAndRing = ({
  store,
  ring,
  isEnded,
  isLost,
  isNamed,
  clock,
  alarm,
  capacity,
  plaintextDropped,
}: CachingScopeKeysDependencies): CachingScopeKeys => {
  const cache = makeKeyCache(clock, capacity)
  const unnamed = createUnnamedKeyTracker(clock)
  const dependencies = { store, ring, cache, isEnded, alarm, ...(isLost === undefined ? {} : { isLost }) }
  const make = createKeysOfNewScopes({ ...dependencies, ...(isNamed === undefined ? {} : { isNamed }) }, unnamed)
  const plaintexts = makePlaintextCache()
  const dropPlaintext = (): void => {
    plaintexts.clear()
    plaintextDropped?.()
  }
  const seal = sealEventParts(ring.library, unnamed, plaintexts)
  const open = decryptPartsOfEvent(ring.library, alarm, plaintexts)
  const withKeys =
    (parts: ReadonlyArray<Pick<PartScope, 'scope'>>) =>
    <A>(use: (find: FindKey) => A): Promise<A> =>
      withScopeKeys(dependencies)(
        parts.map(({ scope }) => scope),
        use,
      )
  const withLoadedKey =
    <A>(use: (loaded: LoadedKey) => A) =>
    (scope: ScopeId) =>
    () =>
      withKeys([{ scope }])((find): E.Either<Unavailable | Erased, A> => {
        const lookup = find(scope)
        if (lookup._tag === 'Loaded') return E.right(use(lookup))
        return E.left(lookup._tag === 'Corrupt' ? keysUnavailable(lookup.reason) : lookup)
      })
  return {
    createKeys: (scopes) => () => make(scopes),
    sealParts: (context, parts) => () => withKeys(parts)(seal(context, parts)),
    openParts: (context, sealed, parts) => () => withKeys(parts)(open(context, sealed, parts)),
    deriveIdsUnder: withLoadedKey(deriveIdsFromCauses),
    contentCipherUnder: withLoadedKey(createContentCipher(ring.library, isEnded)),
    evict: (scopes) => {
      cache.evict(scopes)
      dropPlaintext()
    },
    clearPlaintext: dropPlaintext,
    countKeys: cache.count,
    countPlaintext: (scopes) => plaintexts.count(new Set(scopes)),
    prefetchKeys: (scopes) => async () => {
      await withScopeKeys(dependencies)(scopes, () => undefined)
    },
    markNamed: unnamed.markNamed,
    isInUse: (scope) => cache.get(scope) !== undefined || unnamed.isFresh(scope),
    isUnnamed: unnamed.isUnnamed,
    sweep: () => {
      cache.sweep()
      dropPlaintext()
    },
  }
}

/**
 * Scope keys over a key store and a ring, cached for at most 60 s. The log decides what a part answers: `Plain` only
 * when neither the scope nor its parent has ended, `Erased` only when one of them has.
 */
export const makeCachingScopeKeys = (dependencies: CachingScopeKeysDependencies): CachingScopeKeys =>
  dependencies.store.library === dependencies.ring.library
    ? overStoreAndRing(dependencies)
    : refuseAll(dependencies.alarm)
