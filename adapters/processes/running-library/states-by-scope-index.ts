import type { ScopeId } from '../../../domain/values/ids'

/** Which cached states hold a part of a scope. Most scopes are in one state; that of the month's statistics is in many. */
interface StatesByScope {
  readonly add: (scopes: ReadonlyArray<ScopeId>, state: string) => void
  readonly remove: (scopes: ReadonlyArray<ScopeId>, state: string) => void
  readonly statesOf: (scopes: ReadonlyArray<ScopeId>) => ReadonlySet<string>
}

export const createStatesByScopeIndex = (): StatesByScope => {
  // One state is stored without a set: there are tens of thousands of them.
  const states = new Map<ScopeId, string | Set<string>>()
  const addOne = (scope: ScopeId, state: string): void => {
    const before = states.get(scope)
    if (before === undefined || before === state) states.set(scope, state)
    else if (typeof before === 'string') states.set(scope, new Set([before, state]))
    else before.add(state)
  }
  const removeOne = (scope: ScopeId, state: string): void => {
    const before = states.get(scope)
    if (before instanceof Set) before.delete(state)
    if (before === state || (before instanceof Set && before.size === 0)) states.delete(scope)
  }
  return {
    add: (scopes, state) => {
      for (const scope of scopes) addOne(scope, state)
    },
    remove: (scopes, state) => {
      for (const scope of scopes) removeOne(scope, state)
    },
    statesOf: (scopes) =>
      new Set(
        scopes.flatMap((scope) => {
          const found = states.get(scope) ?? []
          return typeof found === 'string' ? [found] : [...found]
        }),
      ),
  }
}
