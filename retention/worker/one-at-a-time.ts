/** Runs a job for each who asks, one after the other. */
export const oneAtATime = <A>(job: () => Promise<A>): (() => Promise<A>) => {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(job, job)
    last = next
    return next
  }
}
