import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../../domain/values/day'
import type { Report } from '../../../retention/worker/report'

/** Closes the days that are over, and erases what is due; tells of each day closed. */
export type Keep<Err> = (told: (closed: Day) => void) => TaskEither<Err, Report>

/** What keeping up needs: which days are over and not closed, how to close one, and the worker. */
export interface Keeping<Err> {
  /** The days to close now, the earliest first; none while the date is in doubt. */
  readonly daysToClose: Task<ReadonlyArray<Day>>
  readonly closeDay: (day: Day) => TaskEither<Err, void>
  readonly erase: Task<Report>
}

/**
 * Closes the days that are over, one by one, each before what falls due with it is erased; then erases what was in
 * somebody's way until now. With no day to close it erases what ends at once.
 */
export const keepUp =
  <Err>({ daysToClose, closeDay, erase }: Keeping<Err>): Keep<Err> =>
  (told) =>
  async () => {
    let last: Report | undefined
    for (const day of await daysToClose()) {
      const closed = await closeDay(day)()
      if (E.isLeft(closed)) return closed
      last = await erase()
      told(day)
    }
    return E.right(last?.found === 0 ? last : await erase())
  }
