import { delay } from '../../system/concurrency/delay'
import { sqlStateOf } from './postgres-failure'

const lockNotAvailable = '55P03'

/** Attempts to get a lock, and ms between two. */
const [maxAttempts, pauseMs] = [10, 3000]

/** Does work that locks a whole table; tries again when a long read holds the table, and finally rejects. */
export const retryOnLockTimeout = async <A>(work: () => Promise<A>): Promise<A> => {
  for (let remaining = maxAttempts - 1; ; remaining -= 1) {
    try {
      return await work()
    } catch (error) {
      if (remaining === 0 || sqlStateOf(error) !== lockNotAvailable) throw error
      await delay(pauseMs)
    }
  }
}
