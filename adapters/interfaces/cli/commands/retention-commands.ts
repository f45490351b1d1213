import type { Day } from '../../../../domain/values/day'
import type { RetentionOperations, RetentionReport } from '../../../processes/retention/retention-operations'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { alignValues } from '../terminal/text-layout'
import { commandOnLibrary } from '../command-on-library'

const nameList = (names: ReadonlyArray<string>): string => (names.length === 0 ? 'nothing' : names.join(', '))

const reportLines = (report: RetentionReport): ReadonlyArray<string> =>
  alignValues([
    ['Today', report.today],
    ['Still due', report.dueNow],
    ['Overdue', report.overdue],
    ['Oldest overdue', report.oldestOverdue ?? '-'],
    ['Lag in days', report.lagDays],
    ...Object.entries(report.erased).map(([name, count]) => [`Erased: ${name}`, count] as const),
    ['Orphan keys destroyed', report.orphansDestroyed],
    ['On hold', report.held],
    ['Holds in force', report.holdsInForce],
    ['Unreadable holds', report.unreadableHolds],
    ['Waiting for', nameList(report.waitingFor)],
    ['Days not closed', report.unclosedDays],
    ['Failed', report.failed.length === 0 ? 'nothing' : report.failed.join('; ')],
    ['Refused erasures', report.refusedRuns.length],
  ])

/** Says that erasing is stopped, why, and how to go on. */
const stoppedLines = ({ today, unclosedDays, erasingStopped }: RetentionReport): ReadonlyArray<string> => {
  if (erasingStopped === null) return []
  if (erasingStopped.because === 'clockWentBack')
    return [
      '',
      `Erasing is stopped: the clock shows ${today}, but ${erasingStopped.lastClosed} is closed already.`,
      `Set the clock right. Erasing goes on by itself after ${erasingStopped.lastClosed}.`,
    ]
  const { from, to, dateToConfirm } = erasingStopped
  return [
    '',
    `Erasing is stopped: ${String(unclosedDays)} days are not closed (${from} to ${to}). The service was down, or its clock is wrong.`,
    `If today is ${dateToConfirm}, go on with: glemsom retention run --confirm-date ${dateToConfirm}`,
    'If it is not, set the clock right first.',
  ]
}

/** Says which declared erasures are refused, why, and what to do. */
const refusedLines = ({ refusedRuns }: RetentionReport): ReadonlyArray<string> =>
  refusedRuns.length === 0
    ? []
    : [
        '',
        'Declared erasures that the log does not justify. Nothing of them is erased:',
        ...refusedRuns.map(
          ({ log, stream, revision, scopes, reason }) =>
            `  ${log}, stream ${stream}, revision ${String(revision)}: ${String(scopes)} scopes; ${reason}`,
        ),
        'Find out who wrote them. They stay listed until the log is put back from a backup, and views is removed.',
      ]

const writeReport =
  ({ json }: CommandLineOptions, output: CliOutput) =>
  (report: RetentionReport): void => {
    if (json) output.writeLine(JSON.stringify(report))
    else [...reportLines(report), ...stoppedLines(report), ...refusedLines(report)].forEach(output.writeLine)
  }

/** Exit code 1 when something is overdue, failed or refused, or erasing is stopped. */
const exitCodeForReport = ({ overdue, failed, refusedRuns, erasingStopped }: RetentionReport): ExitCode =>
  overdue > 0 || failed.length > 0 || refusedRuns.length > 0 || erasingStopped !== null
    ? exitCode.refused
    : exitCode.done

const wrongDateMessage = (confirmed: Day, today: Day): string =>
  `The date ${confirmed} is not confirmed: the library's clock shows ${today}. Nothing was closed or erased. If ${today} is right, confirm it: glemsom retention run --confirm-date ${today}. If it is wrong, set the clock right first.`

/** Runs the retention service. Shows how many of the days that are over are closed. */
const runWithProgress = async (retention: RetentionOperations, output: CliOutput): Promise<RetentionReport> => {
  const { unclosedDays: total } = await retention.status()
  let done = 0
  const report = await retention.run(() => {
    done += 1
    output.showProgress({ what: 'Days', done, total: Math.max(done, total) })
  })
  output.endProgress()
  return report
}

/** Erases what is due. `confirmed` is today's date, which an administrator confirms after missed days. */
export const retentionRunCommand = (options: CommandLineOptions, confirmed: Day | undefined): CliCommand =>
  commandOnLibrary(async ({ retention }, output) => {
    if (confirmed !== undefined) {
      const outcome = await retention.confirmDate(confirmed)()
      if (outcome._tag === 'Left') {
        output.writeProblem(wrongDateMessage(confirmed, outcome.left.today))
        return exitCode.refused
      }
    }
    const report = await runWithProgress(retention, output)
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
