import * as E from 'fp-ts/Either'
import { erased, type Erased } from '../../domain/event/remembered'
import type { ScopeId } from '../../domain/values/ids'
import type { Corrupt, Unavailable } from '../../domain/ports/scope-keys'
import { corrupt } from '../sealing/open-sealed-part'
import type { RaiseAlarm } from './alarm'
import type { IsScopeEnded } from './is-scope-ended'
import { toLoadedKey, wipeKey, type LoadedKey } from './loaded-key'
import type { KekRing } from './kek-ring'
import type { KeyCache } from './key-cache'
import type { KeyRow, LivingKeyRow } from './key-row'
import type { KeyStore } from './key-store'
import { keyIsFenced, keyIsMissing, keysUnavailable } from './keys-unavailable'
import { unwrapChildKey, outerWrapData, decodeWrapContent, type WrapContent } from './key-wrapping'

/** The result of looking up a key: the key, or why there is none. */
export type KeyLookup = LoadedKey | Erased | Unavailable | Corrupt

export interface KeyLoadingDependencies {
  readonly store: KeyStore
  readonly ring: KekRing
  readonly cache: KeyCache
  readonly isEnded: IsScopeEnded
  readonly alarm: RaiseAlarm
}

const raiseNotAuthentic = ({ alarm }: KeyLoadingDependencies): Corrupt => {
  alarm('RowNotAuthentic')
  return corrupt('the row of the key does not authenticate')
}

const raiseKeyMissing = ({ alarm }: KeyLoadingDependencies, row: KeyRow | undefined): Unavailable => {
  alarm(row === undefined ? 'KeyMissing' : 'FencedWithoutErasure')
  return row === undefined ? keyIsMissing : keyIsFenced
}

const unwrapContent = async (
  dependencies: KeyLoadingDependencies,
  row: LivingKeyRow,
): Promise<WrapContent | Unavailable | Corrupt> => {
  const { ring } = dependencies
  const context = { ...row, library: ring.library }
  const bytes = await ring.unwrap(row.epoch, outerWrapData(context), row.wrapped)()
  if (E.isLeft(bytes)) return bytes.left._tag === 'Unavailable' ? bytes.left : raiseNotAuthentic(dependencies)
  const content = decodeWrapContent(bytes.right) ?? raiseNotAuthentic(dependencies)
  // The decoded key is a copy, so the bytes are wiped. Under a parent the key is still wrapped.
  if (content._tag === 'UnderLibrary') bytes.right.fill(0)
  return content
}

/** A living row whose outer wrap is removed. */
interface UnwrappedRow {
  readonly _tag: 'Unwrapped'
  readonly row: LivingKeyRow
  readonly content: Extract<WrapContent, { readonly _tag: 'UnderLibrary' | 'UnderParent' }>
}

/** Removes the outer wrap of a row; or answers why it holds no usable key. */
const unwrapRow =
  (dependencies: KeyLoadingDependencies) =>
  async (scope: ScopeId, row: KeyRow | undefined): Promise<UnwrappedRow | KeyLookup> => {
    if (dependencies.isEnded(scope)) return erased
    if (row?._tag !== 'Living') return raiseKeyMissing(dependencies, row)
    const content = await unwrapContent(dependencies, row)
    switch (content._tag) {
      case 'Hollow':
        return erased
      case 'UnderLibrary':
      case 'UnderParent':
        return { _tag: 'Unwrapped', row, content }
      case 'Unavailable':
      case 'Corrupt':
        return content
    }
  }

type FindKey = (scope: ScopeId) => KeyLookup

const keyOfRow = (
  dependencies: KeyLoadingDependencies,
  { row, content }: UnwrappedRow,
  findParent: FindKey,
): KeyLookup => {
  if (content._tag === 'UnderLibrary') return toLoadedKey(row, content.key, undefined)
  const parentKey = findParent(content.parent)
  if (parentKey._tag !== 'Loaded') return parentKey
  const key = unwrapChildKey({ ...row, library: dependencies.ring.library }, parentKey, content.inner)
  return E.isLeft(key) ? raiseNotAuthentic(dependencies) : toLoadedKey(row, key.right, parentKey)
}

/** The key of an unwrapped row. Puts it into the cache unless its scope or an ancestor has ended. */
const cacheKeyOfRow =
  (dependencies: KeyLoadingDependencies, findParent: FindKey) =>
  (unwrapped: UnwrappedRow | KeyLookup): KeyLookup => {
    if (unwrapped._tag !== 'Unwrapped') return unwrapped
    const lookup = keyOfRow(dependencies, unwrapped, findParent)
    if (lookup._tag !== 'Loaded') return lookup
    // The scope may have ended while the ring unwrapped the key.
    if (lookup.lineage.some(dependencies.isEnded)) {
      wipeKey(lookup)
      return erased
    }
    dependencies.cache.put(lookup)
    return lookup
  }

const parentOfRow = (unwrapped: UnwrappedRow | KeyLookup): ReadonlyArray<ScopeId> =>
  unwrapped._tag === 'Unwrapped' && unwrapped.content._tag === 'UnderParent' ? [unwrapped.content.parent] : []

/** Reads rows of the key store by one request, and their parents by another when they are not cached. */
const readFromStore = async (
  dependencies: KeyLoadingDependencies,
  scopes: ReadonlyArray<ScopeId>,
): Promise<ReadonlyArray<KeyLookup>> => {
  const rows = await dependencies.store.read(scopes)()
  if (E.isLeft(rows)) {
    dependencies.alarm('KeyStoreUnavailable')
    return scopes.map(() => rows.left)
  }
  const byScope = new Map(rows.right.map((row) => [row.scope, row]))
  const unwrapped = await Promise.all(scopes.map((scope) => unwrapRow(dependencies)(scope, byScope.get(scope))))
  const findParent = await loadScopeKeys(dependencies)(unwrapped.flatMap(parentOfRow))
  return unwrapped.map(cacheKeyOfRow(dependencies, findParent))
}

/** Looks a key up in the log and the cache, without the key store; undefined when it is not cached. */
export const findCachedKey =
  ({ cache, isEnded }: KeyLoadingDependencies) =>
  (scope: ScopeId): LoadedKey | Erased | undefined => {
    if (isEnded(scope)) return erased
    const cached = cache.get(scope)
    return cached?.lineage.some(isEnded) === true ? erased : cached
  }

/** A cached key that would leave the cache during a pause is fetched anew. The key of an ended scope is not fetched. */
const mustBeFetched =
  (dependencies: KeyLoadingDependencies) =>
  (scope: ScopeId): boolean =>
    findCachedKey(dependencies)(scope)?._tag !== 'Erased' && !dependencies.cache.outlastsPause(scope)

/** A key that left the cache in the meantime was wiped, and must not be used. */
const unlessEvicted = (lookup: KeyLookup | undefined): KeyLookup =>
  lookup === undefined || lookup._tag === 'Loaded'
    ? keysUnavailable('the key left the cache while it was looked up')
    : lookup

/**
 * Looks up the keys of these scopes in the cache, and the missing ones by one read of the key store. Returns a function
 * that looks in the cache again when it is called: call it after the last `await`.
 */
export const loadScopeKeys =
  (dependencies: KeyLoadingDependencies) =>
  async (scopes: ReadonlyArray<ScopeId>): Promise<(scope: ScopeId) => KeyLookup> => {
    const uncached = [...new Set(scopes)].filter(mustBeFetched(dependencies))
    const loaded = uncached.length === 0 ? [] : await readFromStore(dependencies, uncached)
    const lookups = new Map(uncached.map((scope, at) => [scope, loaded[at]]))
    return (scope) => findCachedKey(dependencies)(scope) ?? unlessEvicted(lookups.get(scope))
  }
