import * as E from 'fp-ts/Either'
import { erased, type Erased } from '../../domain/event/plain-or-erased'
import type { ScopeId } from '../../domain/values/ids'
import { keyFingerprintOf } from '../sealing/derive-keys'
import { toLoadedKey, wipeKey, type LoadedKey } from './loaded-key'
import { keysUnavailable } from './keys-unavailable'
import type { Unavailable } from '../../domain/ports/scope-keys'
import { wipeWrappedKeysInMemory, type KeyRow } from './key-row'
import { childWrappingKeyOf, unwrapChildKey, wipeInnerWrap } from './key-wrapping'
import {
  raiseKeyRowNotAuthentic,
  unwrapKeyRow,
  type KeyLoadingDependencies,
  type KeyLookupResult,
  type KeyRowWithoutOuterWrap,
} from './unwrap-key-row'

export type FindKey = (scope: ScopeId) => KeyLookupResult

/** Keys that were read from the key store for one use. They are not in the cache yet, so nothing else wipes them. */
type ReadKeys = Map<ScopeId, KeyLookupResult>

/** The key answers what it answers; its fingerprint would stand in a certificate. */
const checkFingerprint =
  ({ alarm }: KeyLoadingDependencies, { fingerprint }: KeyRowWithoutOuterWrap['row']) =>
  (loaded: LoadedKey): LoadedKey => {
    if (!keyFingerprintOf(loaded.commitment).equals(fingerprint)) alarm('KeyFingerprintChanged')
    return loaded
  }

const keyOfRow =
  (dependencies: KeyLoadingDependencies, findParent: FindKey) =>
  (unwrapped: KeyRowWithoutOuterWrap | KeyLookupResult): KeyLookupResult => {
    if (unwrapped._tag !== 'Unwrapped') return unwrapped
    const { row, content } = unwrapped
    const check = checkFingerprint(dependencies, row)
    if (content._tag === 'UnderLibrary') return check(toLoadedKey(row, content.key, undefined))
    const parentKey = findParent(content.parent)
    if (parentKey._tag !== 'Loaded') return parentKey
    const context = { ...row, library: dependencies.ring.library }
    const key = unwrapChildKey(context, childWrappingKeyOf(parentKey), content.inner)
    return E.isLeft(key) ? raiseKeyRowNotAuthentic(dependencies) : check(toLoadedKey(row, key.right, parentKey))
  }

const parentOfRow = (unwrapped: KeyRowWithoutOuterWrap | KeyLookupResult): ReadonlyArray<ScopeId> =>
  unwrapped._tag === 'Unwrapped' && unwrapped.content._tag === 'UnderParent' ? [unwrapped.content.parent] : []

/**
 * Reads rows of the key store. When one is of an epoch that this process does not know, another process may have begun
 * that epoch, or have re-wrapped the row since it was read: the ring is read anew, and the rows once more.
 */
const readRows = async (
  { store, ring }: KeyLoadingDependencies,
  scopes: ReadonlyArray<ScopeId>,
): Promise<E.Either<Unavailable, ReadonlyArray<KeyRow>>> => {
  const rows = await store.read(scopes)()
  const isUnknown = (row: KeyRow): boolean => row._tag === 'Living' && !ring.epochs().includes(row.epoch)
  if (E.isLeft(rows) || !rows.right.some(isUnknown)) return rows
  wipeWrappedKeysInMemory(rows.right)
  const reloaded = await ring.reload()
  return E.isLeft(reloaded) ? reloaded : store.read(scopes)()
}

/** Reads rows of the key store by one request, and their parents by another when they are not cached. */
const readFromStore = async (
  dependencies: KeyLoadingDependencies,
  scopes: ReadonlyArray<ScopeId>,
): Promise<ReadonlyArray<KeyLookupResult>> => {
  const rows = await readRows(dependencies, scopes)
  if (E.isLeft(rows)) {
    dependencies.alarm('KeyStoreUnavailable')
    return scopes.map(() => rows.left)
  }
  const byScope = new Map(rows.right.map((row) => [row.scope, row]))
  const unwrapped = await Promise.all(scopes.map((scope) => unwrapKeyRow(dependencies)(scope, byScope.get(scope))))
  wipeWrappedKeysInMemory(rows.right)
  const lookups = await withScopeKeys(dependencies)(unwrapped.flatMap(parentOfRow), (findParent) =>
    unwrapped.map(keyOfRow(dependencies, findParent)),
  )
  for (const each of unwrapped) if (each._tag === 'Unwrapped') wipeInnerWrap(each.content)
  return lookups
}

/** Looks a key up in the log and the cache, without the key store; undefined when it is not cached. */
export const findCachedKey =
  ({ cache, isEnded }: Pick<KeyLoadingDependencies, 'cache' | 'isEnded'>) =>
  (scope: ScopeId): LoadedKey | Erased | undefined => {
    if (isEnded(scope)) return erased
    const cached = cache.get(scope)
    return cached?.lineage.some(isEnded) === true ? erased : cached
  }

/** A scope may have ended since its key was read. */
const unlessEnded =
  ({ isEnded }: KeyLoadingDependencies) =>
  (lookup: KeyLookupResult): KeyLookupResult => {
    if (lookup._tag !== 'Loaded' || !lookup.lineage.some(isEnded)) return lookup
    wipeKey(lookup)
    return erased
  }

const findRead =
  (dependencies: KeyLoadingDependencies, read: ReadKeys) =>
  (scope: ScopeId): KeyLookupResult | undefined => {
    const lookup = read.get(scope)
    return lookup === undefined ? findCachedKey(dependencies)(scope) : unlessEnded(dependencies)(lookup)
  }

const notLookedUp = keysUnavailable('the key was not looked up')

/**
 * Looks up the keys of these scopes in the cache, and the missing ones in the key store, and calls `use` with them in
 * the same step, without a pause. A cached key that leaves the cache while others are read is read too. `use` keeps no
 * key: when it waits, it must have used the keys before. Keys that were read are cached afterwards.
 */
export const withScopeKeys =
  (dependencies: KeyLoadingDependencies) =>
  async <A>(scopes: ReadonlyArray<ScopeId>, use: (find: FindKey) => A | Promise<A>): Promise<A> => {
    const read: ReadKeys = new Map()
    const found = new Map<ScopeId, KeyLookupResult>()
    const find = findRead(dependencies, read)
    const findMissing = (): ReadonlyArray<ScopeId> => {
      const missing: ScopeId[] = []
      for (const scope of scopes) {
        const lookup = find(scope)
        if (lookup === undefined) missing.push(scope)
        else found.set(scope, lookup)
      }
      return missing.length > 1 ? [...new Set(missing)] : missing
    }
    for (let missing = findMissing(); missing.length > 0; missing = findMissing()) {
      const lookups = await readFromStore(dependencies, missing)
      for (const [at, scope] of missing.entries()) read.set(scope, lookups[at] ?? notLookedUp)
    }
    const result = use((scope) => found.get(scope) ?? notLookedUp)
    for (const scope of read.keys()) {
      const lookup = found.get(scope)
      if (lookup?._tag === 'Loaded') dependencies.cache.put(lookup)
    }
    return result
  }
