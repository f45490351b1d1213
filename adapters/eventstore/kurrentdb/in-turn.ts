/**
 * Runs what has the same key one after the other. Two callers in this process who append the same events at once are
 * so told apart: the second finds what the first wrote.
 */
export const inTurn = (): (<A>(key: string, run: () => Promise<A>) => Promise<A>) => {
  const running = new Map<string, Promise<unknown>>()
  return async (key, run) => {
    const before = running.get(key)
    const turn = before === undefined ? run() : before.then(run, run)
    running.set(key, turn)
    try {
      return await turn
    } finally {
      if (running.get(key) === turn) running.delete(key)
    }
  }
}
