import type { Task } from 'fp-ts/Task'

/** Runs one task at a time for each key, in order of arrival. Keeps a key only while a task of it runs or waits. */
export const keyedQueue = (): ((key: string) => <A>(task: Task<A>) => Task<A>) => {
  const lastByKey = new Map<string, Promise<unknown>>()
  return (key) =>
    <A>(task: Task<A>): Task<A> =>
    () => {
      const previous = lastByKey.get(key)
      const run = previous === undefined ? task() : previous.then(task, task)
      lastByKey.set(key, run)
      const removeIfLast = (): void => {
        if (lastByKey.get(key) === run) lastByKey.delete(key)
      }
      run.then(removeIfLast, removeIfLast)
      return run
    }
}
