import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'

/**
 * Runs a task for each item, at most `limit` at the same time, started in order. After the first failure no task is
 * started; the running ones are awaited. Concurrent commands share commits.
 */
export const runConcurrently =
  (limit: number) =>
  <A, Err>(run: (item: A) => TaskEither<Err, unknown>) =>
  (items: ReadonlyArray<A>): TaskEither<Err, void> =>
  async () => {
    let next = 0
    let failure: E.Either<Err, never> | undefined
    const worker = async (): Promise<void> => {
      while (failure === undefined && next < items.length) {
        const result = await run(items[next++] as A)()
        if (E.isLeft(result)) failure = result
      }
    }
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
    return failure ?? E.right(undefined)
  }
