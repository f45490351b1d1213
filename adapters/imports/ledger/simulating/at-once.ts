import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'

/**
 * Does many things, so many of them at once, beginning them in order. After the first that fails no more are begun;
 * those under way are waited for. Independent commands share the disk's writes in this way.
 */
export const atOnce =
  (limit: number) =>
  <A, Err>(does: (thing: A) => TaskEither<Err, unknown>) =>
  (things: ReadonlyArray<A>): TaskEither<Err, void> =>
  async () => {
    let next = 0
    let failed: E.Either<Err, never> | undefined
    const work = async (): Promise<void> => {
      while (failed === undefined && next < things.length) {
        const done = await does(things[next++] as A)()
        if (E.isLeft(done)) failed = done
      }
    }
    await Promise.all(Array.from({ length: Math.min(limit, things.length) }, work))
    return failed ?? E.right(undefined)
  }
