import type { ScopeId } from '../../../../domain/values/ids'

const bound = 200_000

/** Remembers answers to "has this scope ended?", which is asked whenever a key is fetched. */
export interface EndedCache {
  readonly ask: (scope: ScopeId) => boolean
  /** What has just been written is the answer from now on. */
  readonly learn: (scope: ScopeId, ended: boolean) => void
  /** What was written was undone: nothing that was learnt is sure. */
  readonly clear: () => void
}

/** Asks once for each scope. Starts anew when it has grown to 200,000 scopes. */
export const endedCache = (ended: (scope: ScopeId) => boolean): EndedCache => {
  const answers = new Map<ScopeId, boolean>()
  const learn = (scope: ScopeId, answer: boolean): void => {
    if (answers.size >= bound) answers.clear()
    answers.set(scope, answer)
  }
  return {
    ask: (scope) => {
      const known = answers.get(scope)
      if (known !== undefined) return known
      const answer = ended(scope)
      learn(scope, answer)
      return answer
    },
    learn,
    clear: () => answers.clear(),
  }
}
