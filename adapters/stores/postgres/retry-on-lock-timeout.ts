import { delay } from '../../system/concurrency/delay'
import { sqlStateOf } from './postgres-failure'

const lockNotAvailable = '55P03'

/** How often to try to get a lock, and ms between two attempts. */
export interface LockAttempts {
  readonly maxAttempts: number
  readonly pauseMs: number
}

/** For a table that is locked for seconds. */
const attemptsForTable: LockAttempts = { maxAttempts: 10, pauseMs: 3000 }

/** Does work that locks a table; tries again when a long read holds the table, and finally rejects. */
export const retryOnLockTimeout = async <A>(
  work: () => Promise<A>,
  { maxAttempts, pauseMs }: LockAttempts = attemptsForTable,
): Promise<A> => {
  for (let remaining = maxAttempts - 1; ; remaining -= 1) {
    try {
      return await work()
    } catch (error) {
      if (remaining === 0 || sqlStateOf(error) !== lockNotAvailable) throw error
      await delay(pauseMs)
    }
  }
}
