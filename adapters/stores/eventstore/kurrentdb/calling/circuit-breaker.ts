import { singleFlight } from '../../../../system/concurrency/single-flight'

/** Makes calls fail soon, instead of waiting, while the server is known to be unreachable. */
export interface CircuitBreaker {
  /** Called when the server has not answered during all retries of a call. */
  readonly markUnreachable: (error: Error) => void
  /**
   * Resolves at once unless the server is known to be unreachable. Then it calls the server once more, and rejects with
   * the marked error when no answer comes within 300 ms.
   */
  readonly check: () => Promise<void>
}

/** Ms to wait for the answer of the probe. */
const probeTimeout = 300

const isTrueWithin = (ms: number, answer: Promise<boolean>): Promise<boolean> =>
  new Promise((resolve) => {
    const timeout = setTimeout(resolve, ms, false)
    void answer.then(resolve).finally(() => clearTimeout(timeout))
  })

/**
 * Watches one server. While it is unreachable, callers share one `probe`, which rejects when the server does not answer.
 */
export const createCircuitBreaker = (probe: () => Promise<unknown>): CircuitBreaker => {
  let unreachable: Error | undefined
  const probeAnswers = singleFlight(() =>
    probe().then(
      () => {
        unreachable = undefined
        return true
      },
      () => false,
    ),
  )
  return {
    markUnreachable: (error) => void (unreachable = error),
    check: async () => {
      const marked = unreachable
      if (marked !== undefined && !(await isTrueWithin(probeTimeout, probeAnswers()))) throw marked
    },
  }
}
