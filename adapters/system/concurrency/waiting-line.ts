import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'

/** Runs few tasks at a time. The others wait, and begin in the order in which they came. */
export interface WaitingLine {
  readonly run: <A>(task: Task<A>) => Task<A>
  /** The same, but refuses a task at once when `maxWaiting` wait before it: then nothing of it is done. */
  readonly runUnlessMany: <Err>(
    maxWaiting: number,
    refusal: Err,
  ) => <E2, A>(task: TaskEither<E2, A>) => TaskEither<Err | E2, A>
}

/** Creates a line of which at most `atOnce` tasks run at a time. */
export const createWaitingLine = (atOnce: number): WaitingLine => {
  let running = 0
  const waiting: (() => void)[] = []

  /** Whoever ends leaves the place to the next in line. */
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
  const run =
    <A>(task: Task<A>): Task<A> =>
    async () => {
      if (running < atOnce) running += 1
      else await new Promise<void>((begin) => waiting.push(begin))
      try {
        return await task()
      } finally {
        leave()
      }
    }
  return {
    run,
    runUnlessMany: (maxWaiting, refusal) => (task) => () =>
      waiting.length >= maxWaiting ? Promise.resolve(E.left(refusal)) : run(task)(),
  }
}
