/**
 * Runs a job for everybody who asks, one run at a time. Whoever asks while a run is under way shares the next one, so
 * that each asker's run began after they asked.
 */
export const coalesced = <A>(job: () => Promise<A>): (() => Promise<A>) => {
  let last: Promise<unknown> = Promise.resolve()
  let waiting: Promise<A> | undefined
  const begin = (): Promise<A> => {
    waiting = undefined
    return job()
  }
  return () => {
    if (waiting === undefined) {
      waiting = last.then(begin, begin)
      last = waiting
    }
    return waiting
  }
}
