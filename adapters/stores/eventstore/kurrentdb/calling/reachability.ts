import { coalesced } from '../../../../system/concurrency/coalesced'

/** Whether the server is known to be away, so that callers are refused soon instead of waiting for it. */
export interface Reachability {
  /** Notes that the server did not answer for as long as a caller waits. */
  readonly markAway: (error: Error) => void
  /**
   * Answers at once unless the server is known to be away. Then it asks the server once more, and rejects with the
   * error that was noted if there is no answer within 300 ms.
   */
  readonly check: () => Promise<void>
}

/** How long a caller waits to hear that the server is back, in ms. */
const waitForProbe = 300

const noLaterThan = (ms: number, answer: Promise<boolean>): Promise<boolean> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, ms, false)
    void answer.then(resolve).finally(() => clearTimeout(late))
  })

/** Watches one server. While it is away, callers share one `probe`, which rejects when the server does not answer. */
export const watchReachability = (probe: () => Promise<unknown>): Reachability => {
  let away: Error | undefined
  const answers = coalesced(() =>
    probe().then(
      () => {
        away = undefined
        return true
      },
      () => false,
    ),
  )
  return {
    markAway: (error) => void (away = error),
    check: async () => {
      const known = away
      if (known !== undefined && !(await noLaterThan(waitForProbe, answers()))) throw known
    },
  }
}
