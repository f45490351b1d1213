import * as E from 'fp-ts/Either'
import type { ScopeId } from '../../domain/values/ids'
import type { NewScope, SealError } from '../../domain/ports/scope-keys'
import { wipeKey, type LoadedKey } from './loaded-key'
import type { KeyLoadingDependencies, KeyLookupResult } from './unwrap-key-row'
import { findCachedKey, withScopeKeys, type FindKey } from './with-scope-keys'
import { wipeWrappedKeysInMemory } from './key-row'
import { generateScopeKeys, type NewScopeKey } from './generate-scope-keys'
import { keysUnavailable, sealingRefusalOf } from './keys-unavailable'
import { usableSealingKey } from './seal-event-parts'
import type { UnnamedKeyTracker } from './unnamed-key-tracker'

export interface CreatingKeysDependencies extends KeyLoadingDependencies {
  /** Whether any event names the scope, erased or not; absent: events name none. */
  readonly isNamed?: (scope: ScopeId) => boolean
}

type Outcome = E.Either<SealError, void>
const done: Outcome = E.right(undefined)
const epochIsRetired = keysUnavailable('the ring has no epoch that is as new as the keys in the key store')

/** An existing key is usable whatever its age: only sealing checks the age. */
const ignoringAge = { isStale: () => false }

const loadedOrUndefined =
  (find: (scope: ScopeId) => KeyLookupResult | undefined) =>
  (scope: ScopeId): LoadedKey | undefined => {
    const lookup = find(scope)
    return lookup?._tag === 'Loaded' ? lookup : undefined
  }

/** Removes repeated scopes, and puts parents that are created together with their children first. */
const parentsFirst = (scopes: ReadonlyArray<NewScope>): ReadonlyArray<NewScope> => {
  const unique = [...new Map(scopes.map((scope) => [scope.scope, scope])).values()]
  const ids = new Set(unique.map(({ scope }) => scope))
  const isChild = ({ parent }: NewScope) => parent !== undefined && ids.has(parent)
  return [...unique.filter((scope) => !isChild(scope)), ...unique.filter(isChild)]
}

/** ScopeEnded when the scope or its parent has ended or is lost; Unavailable when the parent's key cannot be used. */
const refusalOf =
  (dependencies: KeyLoadingDependencies, ownScopes: ReadonlySet<ScopeId>, find: FindKey) =>
  (scope: NewScope): Outcome => {
    if (dependencies.isEnded(scope.scope)) return E.left({ _tag: 'ScopeEnded', class: scope.class })
    if (scope.parent === undefined) return done
    if (dependencies.isEnded(scope.parent)) return E.left({ _tag: 'ScopeEnded', class: scope.class })
    if (ownScopes.has(scope.parent)) return done
    const parent = find(scope.parent)
    if (parent._tag === 'Loaded') return done
    return E.left(sealingRefusalOf(scope.class, parent))
  }

const firstRefusal = (outcomes: ReadonlyArray<E.Either<SealError, unknown>>): Outcome => {
  const refusal = outcomes.find(E.isLeft)
  return refusal ?? done
}

/** Checks keys that exist already: they must be readable and of the requested class. */
const requireUsable = (dependencies: KeyLoadingDependencies, scopes: ReadonlyArray<NewScope>): Promise<Outcome> =>
  withScopeKeys(dependencies)(
    scopes.map(({ scope }) => scope),
    (find) => firstRefusal(scopes.map((part) => usableSealingKey(ignoringAge)({ part, lookup: find(part.scope) }))),
  )

/** Generates the keys of scopes while the keys of their parents are at hand. Nothing is durable yet. */
const generateUnderParents = (
  dependencies: KeyLoadingDependencies,
  scopes: ReadonlyArray<NewScope>,
): Promise<E.Either<SealError, ReadonlyArray<NewScopeKey>>> => {
  const ownScopes = new Set(scopes.map(({ scope }) => scope))
  const parents = scopes.flatMap(({ parent }) => (parent === undefined || ownScopes.has(parent) ? [] : [parent]))
  return withScopeKeys(dependencies)(parents, async (find) => {
    const refused = firstRefusal(scopes.map(refusalOf(dependencies, ownScopes, find)))
    return E.isLeft(refused) ? refused : generateScopeKeys(dependencies.ring)(scopes, loadedOrUndefined(find))
  })
}

const cacheCreated = (
  dependencies: KeyLoadingDependencies,
  unnamed: UnnamedKeyTracker,
  keys: ReadonlyArray<NewScopeKey>,
): void => {
  for (const { loaded } of keys) {
    if (loaded.lineage.some(dependencies.isEnded)) wipeKey(loaded)
    else dependencies.cache.put(loaded)
  }
  unnamed.markCreated(keys.map(({ loaded }) => loaded.scope))
}

/** A scope may have ended while its key was written: the key is fenced with the scope, and must not be used. */
const refuseIfEnded = (dependencies: KeyLoadingDependencies, keys: ReadonlyArray<NewScopeKey>): Outcome => {
  const endedKey = keys.find(({ loaded }) => loaded.lineage.some(dependencies.isEnded))
  return endedKey === undefined ? done : E.left({ _tag: 'ScopeEnded', class: endedKey.loaded.class })
}

/**
 * Creates the keys of scopes and makes them durable, all or none. A scope that has a living key keeps it. A scope that an
 * event names never gets a new key: its parts were sealed with another. ScopeEnded when a scope or its parent has ended or
 * is lost; Unavailable when an event names the scope and its key is missing.
 */
export const createKeysOfNewScopes = (dependencies: CreatingKeysDependencies, unnamed: UnnamedKeyTracker) => {
  const cachedOrUndefined = loadedOrUndefined(findCachedKey(dependencies))
  const attempt = async (scopes: ReadonlyArray<NewScope>): Promise<Outcome> => {
    const keys = await generateUnderParents(dependencies, scopes)
    if (E.isLeft(keys)) return keys
    const rows = keys.right.map(({ row }) => row)
    const inserted = await dependencies.store.insert(rows)()
    wipeWrappedKeysInMemory(rows)
    if (E.isRight(inserted)) {
      cacheCreated(dependencies, unnamed, keys.right)
      return refuseIfEnded(dependencies, keys.right)
    }
    for (const { loaded } of keys.right) wipeKey(loaded)
    switch (inserted.left._tag) {
      case 'Exists':
        return attemptWithoutExisting(scopes, new Set(inserted.left.scopes))
      case 'EpochIsRetired':
        return attemptInCurrentEpoch(scopes, keys.right)
      case 'StoreBusy':
      case 'Unavailable':
        return E.left(inserted.left)
    }
  }
  /**
   * An epoch began between the wrapping and the insert, perhaps in another process. Without a newer one in the ring there
   * is no use in trying.
   */
  const attemptInCurrentEpoch = async (
    scopes: ReadonlyArray<NewScope>,
    refused: ReadonlyArray<NewScopeKey>,
  ): Promise<Outcome> => {
    const { ring, alarm } = dependencies
    const isNewer = () => refused.some(({ row }) => row.epoch < ring.currentEpoch())
    const reloaded = isNewer() ? done : await ring.reload()
    if (E.isRight(reloaded) && isNewer()) return attempt(scopes)
    alarm('KeyEpochUnknown')
    return E.isLeft(reloaded) ? reloaded : E.left(epochIsRetired)
  }
  const attemptWithoutExisting = async (
    scopes: ReadonlyArray<NewScope>,
    existing: ReadonlySet<ScopeId>,
  ): Promise<Outcome> => {
    const refused =
      existing.size === 0
        ? done
        : await requireUsable(
            dependencies,
            scopes.filter(({ scope }) => existing.has(scope)),
          )
    const rest = scopes.filter(({ scope }) => !existing.has(scope))
    return E.isLeft(refused) || rest.length === 0 ? refused : attempt(rest)
  }
  return async (scopes: ReadonlyArray<NewScope>): Promise<Outcome> => {
    const rest: NewScope[] = []
    for (const part of parentsFirst(scopes)) {
      const lookup = cachedOrUndefined(part.scope)
      const usable = lookup && usableSealingKey(ignoringAge)({ part, lookup })
      if (usable === undefined) rest.push(part)
      else if (E.isLeft(usable)) return usable
    }
    const named = rest.map(({ scope }) => scope).filter((scope) => dependencies.isNamed?.(scope) === true)
    return rest.length === 0 ? done : attemptWithoutExisting(rest, new Set(named))
  }
}
