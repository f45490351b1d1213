import type { Task } from 'fp-ts/Task'

/** Runs one thing at a time for each key, in order of asking. Remembers a key only while somebody waits under it. */
export const keyedQueue = (): ((key: string) => <A>(thing: Task<A>) => Task<A>) => {
  const last = new Map<string, Promise<unknown>>()
  return (key) =>
    <A>(thing: Task<A>): Task<A> =>
    () => {
      const before = last.get(key)
      const turn = before === undefined ? thing() : before.then(thing, thing)
      last.set(key, turn)
      const leave = (): void => {
        if (last.get(key) === turn) last.delete(key)
      }
      turn.then(leave, leave)
      return turn
    }
}
