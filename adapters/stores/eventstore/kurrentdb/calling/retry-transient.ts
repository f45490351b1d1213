import { delay } from '../../../../system/concurrency/delay'
import { isKurrentServerUnreachable, isTransientKurrentError } from './kurrent-failure'
import type { CircuitBreaker } from './circuit-breaker'
import type { KurrentSettings } from '../kurrent-settings'

/** Ms before the next attempt: doubles from 25 ms, with random jitter of up to a half, so that clients spread out. */
export const retryPause = (attempt: number, longest: number): number =>
  Math.min(25 * 2 ** attempt, longest) * (0.5 + Math.random() / 2)

/**
/**
 * Repeats a request after transient errors, for up to `retryTimeout`; then rejects with the last error. The request must
 * be safe to repeat: a read, or an append of the same ids. `attempt` counts from 0. While the server is known to be
 * unreachable it rejects within a short time.
 */
export const retryTransient =
  (
    { retryTimeout, longestRetryPause }: Pick<KurrentSettings, 'retryTimeout' | 'longestRetryPause'>,
    reachability: CircuitBreaker,
  ) =>
  async <A>(request: (attempt: number) => Promise<A>): Promise<A> => {
    await reachability.check()
    const deadline = performance.now() + retryTimeout
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await request(attempt)
      } catch (error) {
        const pauseMs = retryPause(attempt, longestRetryPause)
        if (!isTransientKurrentError(error)) throw error
        if (performance.now() + pauseMs > deadline) {
          if (isKurrentServerUnreachable(error)) reachability.markUnreachable(error)
          throw error
        }
        await delay(pauseMs)
      }
    }
  }
