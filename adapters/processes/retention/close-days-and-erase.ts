import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../../domain/values/day'
import { joinRunReports, type RetentionRunReport } from '../../../retention/worker/retention-run-report'

/** Closes the days that are over and erases the scopes that are due. Reports each closed day. */
export type CloseDaysAndErase<Err> = (onDayClosed: (closed: Day) => void) => TaskEither<Err, RetentionRunReport>

/** The steps of an end of day. */
interface EndOfDaySteps<Err> {
  /** The days to close now, earliest first. Empty while the date is in doubt. */
  readonly daysToClose: Task<ReadonlyArray<Day>>
  readonly closeDay: (day: Day) => TaskEither<Err, void>
  readonly eraseDue: Task<RetentionRunReport>
}

/**
 * Closes each day that is over, and after each erases the scopes that are due. Then erases once more, unless the last run
 * found nothing due. The report says what all of them erased. Without a day to close, it erases the scopes that need no closing to be due.
 */
export const closeDaysAndErase =
  <Err>({ daysToClose, closeDay, eraseDue }: EndOfDaySteps<Err>): CloseDaysAndErase<Err> =>
  (onDayClosed) =>
  async () => {
    let report: RetentionRunReport | undefined
    const eraseAgain = async (): Promise<RetentionRunReport> => {
      const next = await eraseDue()
      report = report === undefined ? next : joinRunReports(report, next)
      return report
    }
    for (const day of await daysToClose()) {
      const closed = await closeDay(day)()
      if (E.isLeft(closed)) return closed
      await eraseAgain()
      onDayClosed(day)
    }
    return E.right(report?.found === 0 ? report : await eraseAgain())
  }
