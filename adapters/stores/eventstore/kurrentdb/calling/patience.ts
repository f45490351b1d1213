import { pause } from '../../../../system/concurrency/pause'
import { isPassing, saysAway } from './failure'
import type { Reachability } from './reachability'
import type { KurrentSettings } from '../settings'

/** Pauses that double from 25 ms, each drawn at random from its upper half: many who wait do not come back as one. */
export const pauseBefore = (attempt: number, longest: number): number =>
  Math.min(25 * 2 ** attempt, longest) * (0.5 + Math.random() / 2)

/**
 * Asks again while the answer is lost and patience lasts; then rejects with the last error. What is asked must be
 * safe to repeat: a read, or an append of the same ids. It is told how often it was asked before. While the server is
 * known to be away the call rejects soon.
 */
export const patiently =
  ({ patience, longestPause }: Pick<KurrentSettings, 'patience' | 'longestPause'>, reachability: Reachability) =>
  async <A>(ask: (tries: number) => Promise<A>): Promise<A> => {
    await reachability.check()
    const end = performance.now() + patience
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await ask(attempt)
      } catch (error) {
        const wait = pauseBefore(attempt, longestPause)
        if (!isPassing(error)) throw error
        if (performance.now() + wait > end) {
          if (saysAway(error)) reachability.markAway(error)
          throw error
        }
        await pause(wait)
      }
    }
  }
