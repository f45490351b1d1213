import type { Task } from 'fp-ts/Task'

/** Tasks that run on although nobody waits for them, until the process ends. */
export interface TasksUnderWay {
  readonly track: <A>(task: Task<A>) => Task<A>
  /** Waits for all that run. */
  readonly settled: Task<void>
}

export const createTasksUnderWay = (): TasksUnderWay => {
  const underWay = new Set<Promise<unknown>>()
  return {
    track: (task) => () => {
      const run = task()
      const removed = (): void => void underWay.delete(run)
      underWay.add(run)
      run.then(removed, removed)
      return run
    },
    settled: async () => {
      await Promise.allSettled(underWay)
    },
  }
}
