/** Calls to a store of which some fail. */
export interface FailingCalls {
  /** Whether this call fails. Called once for each call. */
  readonly fails: () => boolean
  /** How many calls have failed. */
  readonly failed: () => number
  /** Whether all further calls fail as well. */
  readonly haveEnded: () => boolean
}

/** After a number of calls so many fail, or all. */
export const failingCalls = (after: number, failures = Infinity): FailingCalls => {
  let calls = 0
  const failed = (): number => Math.max(0, Math.min(calls - after, failures))
  return {
    fails: () => {
      calls += 1
      return calls > after && calls <= after + failures
    },
    failed,
    haveEnded: () => failures === Infinity && failed() > 0,
  }
}
