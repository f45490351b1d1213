/** Runs the job once for each call, one run after the other. */
export const runSerially = <A>(job: () => Promise<A>): (() => Promise<A>) => {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(job, job)
    last = next
    return next
  }
}
