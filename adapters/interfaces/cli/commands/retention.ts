import type { Day } from '../../../../domain/values/day'
import type { RetentionReport } from '../../../processes/running/retention-service'
import type { Asked, Command } from '../command'
import { exitCode, type ExitCode } from '../exit-code'
import type { Out } from '../out'
import { inColumns } from '../terminal/table'
import { withSystem } from '../with-system'

const listed = (names: ReadonlyArray<string>): string => (names.length === 0 ? 'nobody' : names.join(', '))

const linesOf = (report: RetentionReport): ReadonlyArray<string> =>
  inColumns([
    ['Today', report.today],
    ['Due now', report.dueNow],
    ['Overdue', report.overdue],
    ['Oldest overdue', report.oldestOverdue ?? '-'],
    ['Lag in days', report.lagDays],
    ...Object.entries(report.erased).map(([name, count]) => [`Erased: ${name}`, count] as const),
    ['Orphan keys destroyed', report.orphansDestroyed],
    ['Held', report.held],
    ['Waiting for', listed(report.waitingFor)],
    ['Days not closed', report.unclosedDays],
    ['Failed', report.failed.length === 0 ? 'nothing' : report.failed.join('; ')],
  ])

const tell =
  ({ json }: Asked, out: Out) =>
  (report: RetentionReport): void => {
    if (json) out.line(JSON.stringify(report))
    else linesOf(report).forEach(out.line)
  }

/** Overdue or failed work is no success, whoever asks. */
const codeFor = ({ overdue, failed }: RetentionReport): ExitCode =>
  overdue > 0 || failed.length > 0 ? exitCode.refused : exitCode.done

/** Erases what is due. `confirmed` is today's date as an administrator confirms it, after days were missed. */
export const retentionRun = (asked: Asked, confirmed: Day | undefined): Command =>
  withSystem(async ({ retention }, out) => {
    if (confirmed !== undefined) await retention.confirmDate(confirmed)
    const report = await retention.run()
    tell(asked, out)(report)
    return codeFor(report)
  })

/** Says what is due and what stands in its way, and changes nothing. */
export const retentionStatus = (asked: Asked): Command =>
  withSystem(async ({ retention }, out) => {
    const report = await retention.status()
    tell(asked, out)(report)
    return codeFor(report)
  })
