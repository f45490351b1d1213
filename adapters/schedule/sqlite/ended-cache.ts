import type { ScopeId } from '../../../domain/language/ids'

const bound = 200_000

/** Remembers answers to "has this scope ended?", which is asked whenever a key is fetched. */
export interface EndedCache {
  readonly ask: (scope: ScopeId) => boolean
  readonly forget: (scope: ScopeId) => void
}

/** Asks once for each scope, until the answer is forgotten. Starts anew when it has grown to 200,000 scopes. */
export const endedCache = (ended: (scope: ScopeId) => boolean): EndedCache => {
  const answers = new Map<ScopeId, boolean>()
  return {
    ask: (scope) => {
      const known = answers.get(scope)
      if (known !== undefined) return known
      if (answers.size >= bound) answers.clear()
      const answer = ended(scope)
      answers.set(scope, answer)
      return answer
    },
    forget: (scope) => void answers.delete(scope),
  }
}
