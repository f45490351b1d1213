import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'

/** Runs few tasks at a time. The others wait, and begin in the order in which they came. A keyed queue has one task a key. */
export interface TaskQueue {
  readonly run: <A>(task: Task<A>) => Task<A>
  /** The same, but refuses a task at once when `maxWaiting` wait before it: then nothing of it is done. */
  readonly runUnlessFull: <Err>(
    maxWaiting: number,
    refusal: Err,
  ) => <E2, A>(task: TaskEither<E2, A>) => TaskEither<Err | E2, A>
}

/** Creates a queue of which at most `atOnce` tasks run at a time. */
export const createTaskQueue = (atOnce: number): TaskQueue => {
  let running = 0
  const waiting: (() => void)[] = []

  /** The next task takes the place of one that has ended. */
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
    runUnlessFull: (maxWaiting, refusal) => (task) => () =>
      waiting.length >= maxWaiting ? Promise.resolve(E.left(refusal)) : run(task)(),
  }
}
