import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'

/** How many tasks may wait: of all, and of one origin. */
interface WaitingLimits {
  readonly ofAll: number
  readonly ofOneOrigin: number
}

/**
 * Runs few tasks at a time. The others wait: the origins that have tasks take turns, and the tasks of one origin begin in the
 * order in which they came. So a task waits for at most one of each other origin, and for those before it of its own.
 */
export interface TaskQueue {
  /** Runs a task of origin `undefined`, however many wait. */
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

type Begin = () => void

/** Creates a queue of which at most `atOnce` tasks run at a time. */
export const createTaskQueue = (atOnce: number): TaskQueue => {
  let running = 0
  /** The tasks that wait, by origin. The origin whose turn is next stands first. */
  const waiting = new Map<string | undefined, ReadonlyArray<Begin>>()

  const wait = (origin: string | undefined): Promise<void> =>
    new Promise((begin) => {
      waiting.set(origin, [...(waiting.get(origin) ?? []), begin])
    })

  /** Takes out the task whose turn is next. The turn of its origin comes again after that of all others. */
  const takeNext = (): Begin | undefined => {
    for (const [origin, [next, ...others]] of waiting) {
      waiting.delete(origin)
      if (others.length > 0) waiting.set(origin, others)
      return next
    }
    return undefined
  }

  /** The next task takes the place of one that has ended. */
  const leave = (): void => {
    const begin = takeNext()
    if (begin === undefined) running -= 1
    else begin()
  }
  const runOf =
    (origin: string | undefined) =>
    <A>(task: Task<A>): Task<A> =>
    async () => {
      if (running < atOnce) running += 1
      else await wait(origin)
      try {
        return await task()
      } finally {
        leave()
      }
    }
  const countWaiting = (): number => [...waiting.values()].reduce((sum, { length }) => sum + length, 0)
  const isFull = ({ ofAll, ofOneOrigin }: WaitingLimits, origin: string | undefined): boolean =>
    countWaiting() >= ofAll || (waiting.get(origin)?.length ?? 0) >= ofOneOrigin
  return {
    run: runOf(undefined),
    runUnlessFull: (limits, refusal) => (origin) => (task) => () =>
      isFull(limits, origin) ? Promise.resolve(E.left(refusal)) : runOf(origin)(task)(),
  }
}
