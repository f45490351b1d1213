import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import { isFencedKeyError } from '../../domain/command-handling/event-damage'
import type { ScopeKeys } from '../../domain/ports/scope-keys'

interface Tagged {
  readonly _tag: string
}

const isLeftFenced = (outcome: E.Either<Tagged, unknown>): boolean =>
  E.isLeft(outcome) && isFencedKeyError(outcome.left)

const repeatIf =
  <Answer>(isToRepeat: (answer: Answer) => boolean, readErasures: Task<unknown>) =>
  <A extends Answer>(task: Task<A>): Task<A> =>
  async () => {
    const answer = await task()
    if (!isToRepeat(answer)) return answer
    await readErasures()
    return task()
  }

/**
 * The same keys for commands. When a key is fenced and this process knows no erasure of it, another process may have
 * declared one just now: reads the erasures, and asks once more. The answer is then `Erased`, or as before.
 */
export const withErasuresReadWhenKeyIsFenced =
  (readErasures: TaskEither<unknown, unknown>) =>
  (keys: ScopeKeys): ScopeKeys => {
    const repeatParts = repeatIf((parts: ReadonlyArray<Tagged>) => parts.some(isFencedKeyError), readErasures)
    const repeatOutcome = repeatIf(isLeftFenced, readErasures)
    return {
      createKeys: (scopes) => repeatOutcome(keys.createKeys(scopes)),
      sealParts: (...sealing) => repeatOutcome(keys.sealParts(...sealing)),
      openParts: (...opening) => repeatParts(keys.openParts(...opening)),
      deriveIdsUnder: (scope) => repeatOutcome(keys.deriveIdsUnder(scope)),
      contentCipherUnder: (scope) => repeatOutcome(keys.contentCipherUnder(scope)),
    }
  }
