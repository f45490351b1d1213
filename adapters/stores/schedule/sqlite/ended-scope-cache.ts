import type { ScopeId } from '../../../../domain/values/ids'

const maxScopes = 200_000

/** Caches whether a scope has ended, which each fetch of a key asks. */
interface EndedScopeCache {
  readonly hasEnded: (scope: ScopeId) => boolean
  /** Stores what was just written. */
  readonly set: (scope: ScopeId, loadHasEnded: boolean) => void
  /** Empties the cache, after a rollback. */
  readonly clear: () => void
}

/** A cache that is emptied when it holds 200,000 scopes. */
export const createEndedScopeCache = (loadHasEnded: (scope: ScopeId) => boolean): EndedScopeCache => {
  const answers = new Map<ScopeId, boolean>()
  const set = (scope: ScopeId, answer: boolean): void => {
    if (answers.size >= maxScopes) answers.clear()
    answers.set(scope, answer)
  }
  return {
    hasEnded: (scope) => {
      const cached = answers.get(scope)
      if (cached !== undefined) return cached
      const answer = loadHasEnded(scope)
      set(scope, answer)
      return answer
    },
    set,
    clear: () => answers.clear(),
  }
}
