import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Day } from '../../../domain/values/day'
import { countDueByClass } from '../../../retention/completeness/count-due-by-class'
import { storeErrorsAsUnavailable } from '../../processes/catch-store-errors'
import type { AuditOperations, ReadAtMoment } from '../../processes/running-library/audit-operations'
import { createBackgroundWork, type ReportWorkProgress } from '../../system/concurrency/background-work'

/** What was due is shown for so many days at a time. Whoever asks for one more makes the first of them be read again. */
const maxDaysShown = 8

/** Creates what pages show of the logs when it is ready. Each process reads by itself. */
export const createAuditInBackground = (
  { report, dueAt }: Pick<AuditOperations, 'report' | 'dueAt'>,
  { now, today }: LibraryClock,
): AuditOperations['inBackground'] => {
  const inBackground = <A>(read: (reportProgress: ReportWorkProgress) => TE.TaskEither<EventReadError, A>) =>
    createBackgroundWork((reportProgress) => {
      const at = now()
      return pipe(
        storeErrorsAsUnavailable(read(reportProgress)),
        TE.map((found): ReadAtMoment<A> => ({ read: found, at })),
      )
    }, today)

  const readDueByClass = (day: Day) =>
    inBackground((reportProgress) => TE.fromTask(async () => countDueByClass(await dueAt(day, reportProgress))))
  const byDay = new Map<Day, ReturnType<typeof readDueByClass>>()

  return {
    report: inBackground(report),
    dueByClass: (day) => {
      const known = byDay.get(day)
      if (known !== undefined) return known
      const [oldest] = byDay.keys()
      if (oldest !== undefined && byDay.size >= maxDaysShown) byDay.delete(oldest)
      const work = readDueByClass(day)
      byDay.set(day, work)
      return work
    },
  }
}
