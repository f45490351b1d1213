import path from 'node:path'
import type { Day } from '../../../../domain/values/day'
import { completenessReportLines } from '../../../../retention/completeness/completeness-report-lines'
import type { ScopeDueAtDay } from '../../../../retention/completeness/due-scopes-fold'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { commandOnLibrary, exitCodeForError, describeStoreError } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { dueSummaryLines, dueScopeLine } from '../terminal/due-at-lines'

const showEvents =
  ({ showProgress }: CliOutput) =>
  (done: number, total: number): void =>
    showProgress({ what: 'Events', done, total })

const reportFailure = (output: CliOutput, error: { readonly _tag: string; readonly reason: string }): ExitCode => {
  if (error._tag === 'ExportRefused') {
    output.writeProblem(
      `The export was not written: ${error.reason}. Name an empty folder, or one that does not exist.`,
    )
    return exitCode.usage
  }
  output.writeProblem(describeStoreError('The audit could not be done', error))
  return exitCodeForError(error)
}

/** Lists what was due at the end of a day (default: today), from the logs alone: a summary, then one scope a line. */
export const auditDueCommand = ({ json }: CommandLineOptions, at: Day | undefined): CliCommand =>
  commandOnLibrary(async ({ audit }, output) => {
    const day = at ?? audit.today()
    const due = await audit.dueAt(day, showEvents(output))
    output.endProgress()
    const write = (line: (scope: ScopeDueAtDay) => string): void => {
      for (const scope of due) output.writeLine(line(scope))
    }
    if (json) write((scope) => JSON.stringify(scope))
    else {
      dueSummaryLines(day, due).forEach(output.writeLine)
      write(dueScopeLine)
    }
    return exitCode.done
  })

/** Prints the signed list of living scopes. It has one form only, with and without `--json`. */
export const auditLivingScopesCommand = (): CliCommand =>
  commandOnLibrary(async ({ audit }, output) => {
    const list = await audit.livingScopes(showEvents(output))()
    output.endProgress()
    if (list._tag === 'Left') return reportFailure(output, list.left)
    for (const line of list.right.text.trimEnd().split('\n')) output.writeLine(line)
    return exitCode.done
  })

/** Compares the logs with the living keys, and checks the certificates. Exit code 1 when anything is found. */
export const auditCompletenessCommand = ({ json }: CommandLineOptions): CliCommand =>
  commandOnLibrary(async ({ audit }, output) => {
    const report = await audit.completeness(showEvents(output))()
    output.endProgress()
    if (report._tag === 'Left') return reportFailure(output, report.left)
    if (json) output.writeLine(JSON.stringify(report.right))
    else completenessReportLines(report.right).forEach(output.writeLine)
    return report.right.isComplete ? exitCode.done : exitCode.refused
  })

/** Writes an export into an empty folder, for `glemsom-verify`. */
export const auditExportCommand = ({ json, cwd }: CommandLineOptions, to: string): CliCommand =>
  commandOnLibrary(async ({ audit }, output) => {
    const folder = path.resolve(cwd, to)
    const exported = await audit.exportTo(folder, showEvents(output))()
    output.endProgress()
    if (exported._tag === 'Left') return reportFailure(output, exported.left)
    const { circulation, persons, scopes, heads, files } = exported.right
    if (json) output.writeLine(JSON.stringify(exported.right))
    else
      output.writeLine(
        `${String(circulation)} events of circulation, ${String(persons)} of persons, ${String(heads)} signed heads and ${String(scopes)} living scopes exported to ${folder}: ${files.join(', ')}.`,
      )
    return exitCode.done
  })
