import * as E from 'fp-ts/Either'
import type { ScopeId } from '../../domain/values/ids'
import type { NewScope, SealError } from '../../domain/ports/keys'
import { wipe } from './held-key'
import { knownKey, loadKeys, type Found, type Loading } from './load-keys'
import { newKeys, type NewKey } from './new-keys'
import { unavailable } from './unavailable'
import { usableKey } from './seal-event'
import type { UnnamedKeys } from './unnamed-keys'

type Outcome = E.Either<SealError, void>
const done: Outcome = E.right(undefined)

/** A key that was made before may be kept however old it is: only sealing asks for its age. */
const anyAge = { isStale: () => false }

/** Parents that are made along with their children come first. */
const parentsFirst = (scopes: ReadonlyArray<NewScope>): ReadonlyArray<NewScope> => {
  const unique = [...new Map(scopes.map((scope) => [scope.scope, scope])).values()]
  const ids = new Set(unique.map(({ scope }) => scope))
  const isChild = ({ parent }: NewScope) => parent !== undefined && ids.has(parent)
  return [...unique.filter((scope) => !isChild(scope)), ...unique.filter(isChild)]
}

/** The refusal of a scope that lives already, or of one whose parent cannot be used. */
const refusalOf =
  (loading: Loading, own: ReadonlySet<ScopeId>, find: (scope: ScopeId) => Found) =>
  (scope: NewScope): Outcome => {
    if (loading.ended(scope.scope)) return E.left({ _tag: 'ScopeEnded', class: scope.class })
    if (scope.parent === undefined) return done
    if (loading.ended(scope.parent)) return E.left({ _tag: 'ScopeEnded', class: scope.class })
    if (own.has(scope.parent)) return done
    const parent = find(scope.parent)
    if (parent._tag === 'Held') return done
    return E.left(parent._tag === 'Erased' ? { _tag: 'ScopeEnded', class: scope.class } : unavailable(parent.reason))
  }

const firstRefusal = (outcomes: ReadonlyArray<E.Either<SealError, unknown>>): Outcome => {
  const refusal = outcomes.find(E.isLeft)
  return refusal ?? done
}

/** Keys that stand there already are kept; they must open, and be of the class that is asked for. */
const kept = async (loading: Loading, scopes: ReadonlyArray<NewScope>): Promise<Outcome> => {
  const find = await loadKeys(loading)(scopes.map(({ scope }) => scope))
  return firstRefusal(scopes.map((part) => usableKey(anyAge)({ part, found: find(part.scope) })))
}

const durable = (loading: Loading, unnamed: UnnamedKeys, keys: ReadonlyArray<NewKey>): void => {
  for (const { held } of keys) {
    if (held.lineage.some(loading.ended)) wipe(held)
    else loading.cache.put(held)
  }
  unnamed.made(keys.map(({ held }) => held.scope))
}

/** An erasure may have come while the keys were written: they are fenced with it, and must not be used. */
const firstEnded = (loading: Loading, keys: ReadonlyArray<NewKey>): Outcome => {
  const gone = keys.find(({ held }) => held.lineage.some(loading.ended))
  return gone === undefined ? done : E.left({ _tag: 'ScopeEnded', class: gone.held.class })
}

/**
 * Makes keys durable, all or none; a scope that has a living key keeps it, whoever came first. ScopeEnded for a
 * scope that has ended, or whose parent has.
 */
export const makeScopes = (loading: Loading, unnamed: UnnamedKeys) => {
  const held = (scope: ScopeId) => {
    const known = knownKey(loading)(scope)
    return known?._tag === 'Held' ? known : undefined
  }
  const attempt = async (scopes: ReadonlyArray<NewScope>): Promise<Outcome> => {
    const own = new Set(scopes.map(({ scope }) => scope))
    const parents = scopes.flatMap(({ parent }) => (parent === undefined || own.has(parent) ? [] : [parent]))
    const find = await loadKeys(loading)(parents)
    const refused = firstRefusal(scopes.map(refusalOf(loading, own, find)))
    if (E.isLeft(refused)) return refused
    const keys = await newKeys(loading.ring)(scopes, held)
    if (E.isLeft(keys)) return keys
    const inserted = await loading.store.insert(keys.right.map(({ row }) => row))()
    if (E.isRight(inserted)) {
      durable(loading, unnamed, keys.right)
      return firstEnded(loading, keys.right)
    }
    return inserted.left._tag === 'Exists' ? again(scopes, new Set(inserted.left.scopes)) : E.left(inserted.left)
  }
  const again = async (scopes: ReadonlyArray<NewScope>, there: ReadonlySet<ScopeId>): Promise<Outcome> => {
    const refused = await kept(
      loading,
      scopes.filter(({ scope }) => there.has(scope)),
    )
    const rest = scopes.filter(({ scope }) => !there.has(scope))
    return E.isLeft(refused) || rest.length === 0 ? refused : attempt(rest)
  }
  return async (scopes: ReadonlyArray<NewScope>): Promise<Outcome> => {
    const rest: NewScope[] = []
    for (const part of parentsFirst(scopes)) {
      const found = held(part.scope)
      const usable = found && usableKey(anyAge)({ part, found })
      if (usable === undefined) rest.push(part)
      else if (E.isLeft(usable)) return usable
    }
    return rest.length === 0 ? done : attempt(rest)
  }
}
