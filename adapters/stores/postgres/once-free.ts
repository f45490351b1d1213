import { pause } from '../../system/concurrency/pause'
import { sqlStateOf } from './failure'

const lockNotAvailable = '55P03'

/** How often a lock is asked for, and ms between. */
const [tries, betweenTries] = [10, 3000]

/** Does what needs a whole table, as soon as nobody who reads for long has it: some tries, and then it rejects. */
export const onceFree = async <A>(work: () => Promise<A>): Promise<A> => {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await work()
    } catch (error) {
      if (left === 0 || sqlStateOf(error) !== lockNotAvailable) throw error
      await pause(betweenTries)
    }
  }
}
