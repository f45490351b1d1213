import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'

/** How many tasks may wait: of all, and of one origin. */
interface WaitingLimits {
  readonly ofAll: number
  readonly ofOneOrigin: number
}

/** Runs few tasks at a time. The others wait, and begin in the order in which they came. A keyed queue has one task a key. */
export interface TaskQueue {
  readonly run: <A>(task: Task<A>) => Task<A>
  /**
   * The same, but refuses a task at once when so many wait before it, or so many of its origin: then nothing of it is done.
   * Tasks of origin `undefined` have one limit together. An origin is known while a task of it waits, and no longer.
   */
  readonly runUnlessFull: <Err>(
    limits: WaitingLimits,
    refusal: Err,
  ) => (origin: string | undefined) => <E2, A>(task: TaskEither<E2, A>) => TaskEither<Err | E2, A>
}

interface WaitingTask {
  readonly origin: string | undefined
  readonly begin: () => void
}

/** Creates a queue of which at most `atOnce` tasks run at a time. */
export const createTaskQueue = (atOnce: number): TaskQueue => {
  let running = 0
  const waiting: WaitingTask[] = []

  /** The next task takes the place of one that has ended. */
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next.begin()
  }
  const runOf =
    (origin: string | undefined) =>
    <A>(task: Task<A>): Task<A> =>
    async () => {
      if (running < atOnce) running += 1
      else await new Promise<void>((begin) => waiting.push({ origin, begin }))
      try {
        return await task()
      } finally {
        leave()
      }
    }
  const isFull = ({ ofAll, ofOneOrigin }: WaitingLimits, origin: string | undefined): boolean =>
    waiting.length >= ofAll || waiting.filter((task) => task.origin === origin).length >= ofOneOrigin
  return {
    run: runOf(undefined),
    runUnlessFull: (limits, refusal) => (origin) => (task) => () =>
      isFull(limits, origin) ? Promise.resolve(E.left(refusal)) : runOf(origin)(task)(),
  }
}
