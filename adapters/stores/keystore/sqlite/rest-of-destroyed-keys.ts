import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'

/** Bytes of destroyed keys that are left in the write-ahead log and in the memory of the reading thread. */
export interface RestOfDestroyedKeys {
  /** Wraps each call that destroys or replaces keys. */
  readonly after: <Err, A>(destroy: TaskEither<Err, A>) => TaskEither<Err, A>
  /** Removes the bytes that earlier calls have left. Does nothing when there are none. */
  readonly remove: <Err>(removeBytes: TaskEither<Err, void>) => TaskEither<Err, void>
}

/** At first there may be bytes: an earlier process may have destroyed keys. */
export const restOfDestroyedKeys = (): RestOfDestroyedKeys => {
  let [destructions, removed] = [1, 0]
  return {
    after: (destroy) => () => {
      destructions += 1
      return destroy()
    },
    remove: (removeBytes) => async () => {
      if (removed === destructions) return E.right(undefined)
      const before = destructions
      const answer = await removeBytes()
      if (E.isRight(answer)) removed = before
      return answer
    },
  }
}
