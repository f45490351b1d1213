import type { Day } from '../../../../domain/values/day'
import type { RetentionReport } from '../../../processes/retention/retention-service'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode, type ExitCode } from '../exit-code'
import type { Output } from '../output'
import { alignValues } from '../terminal/text-layout'
import { commandOnLibrary } from '../command-on-library'

const nameList = (names: ReadonlyArray<string>): string => (names.length === 0 ? 'nothing' : names.join(', '))

const reportLines = (report: RetentionReport): ReadonlyArray<string> =>
  alignValues([
    ['Today', report.today],
    ['Due now', report.dueNow],
    ['Overdue', report.overdue],
    ['Oldest overdue', report.oldestOverdue ?? '-'],
    ['Lag in days', report.lagDays],
    ...Object.entries(report.erased).map(([name, count]) => [`Erased: ${name}`, count] as const),
    ['Orphan keys destroyed', report.orphansDestroyed],
    ['On hold', report.held],
    ['Waiting for', nameList(report.waitingFor)],
    ['Days not closed', report.unclosedDays],
    ['Failed', report.failed.length === 0 ? 'nothing' : report.failed.join('; ')],
  ])

const writeReport =
  ({ json }: CommandLineOptions, output: Output) =>
  (report: RetentionReport): void => {
    if (json) output.writeLine(JSON.stringify(report))
    else reportLines(report).forEach(output.writeLine)
  }

/** Exit code 1 when something is overdue or failed. */
const exitCodeForReport = ({ overdue, failed }: RetentionReport): ExitCode =>
  overdue > 0 || failed.length > 0 ? exitCode.refused : exitCode.done

/** Erases what is due. `confirmed` is today's date, which an administrator confirms after missed days. */
export const retentionRunCommand = (options: CommandLineOptions, confirmed: Day | undefined): CliCommand =>
  commandOnLibrary(async ({ retention }, output) => {
    if (confirmed !== undefined) await retention.confirmDate(confirmed)
    const report = await retention.run()
    writeReport(options, output)(report)
    return exitCodeForReport(report)
  })

/** Shows what is due and what delays it. Changes nothing. */
export const retentionStatusCommand = (options: CommandLineOptions): CliCommand =>
  commandOnLibrary(async ({ retention }, output) => {
    const report = await retention.status()
    writeReport(options, output)(report)
    return exitCodeForReport(report)
  })
