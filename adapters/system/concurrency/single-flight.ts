/**
 * Runs a job once at a time and shares its result. Calls that arrive during a run share the next run, so that every run
 * starts after the calls that it answers.
 */
export const singleFlight = <A>(job: () => Promise<A>): (() => Promise<A>) => {
  let lastRun: Promise<unknown> = Promise.resolve()
  let nextRun: Promise<A> | undefined
  const begin = (): Promise<A> => {
    nextRun = undefined
    return job()
  }
  return () => {
    if (nextRun === undefined) {
      nextRun = lastRun.then(begin, begin)
      lastRun = nextRun
    }
    return nextRun
  }
}
