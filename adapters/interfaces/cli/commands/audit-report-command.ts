import { rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { buildReportDocument } from '../../pages/audit-report/build-report-document'
import { renderReportFile } from '../../pages/audit-report/render-report-file'
import type { ReportDocument } from '../../pages/audit-report/report-document'
import { reportSummaryLines } from '../../pages/audit-report/report-summary-lines'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import type { CliOutput } from '../cli-output'
import { commandOnLibrary, describeStoreError, exitCodeForError } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'
import { createNewFile, writeDurably } from '../new-file'

/** The options of the command line. */
export interface AuditReportOptions {
  readonly html?: boolean
  readonly language: MessageLanguage
}

/** In which form and language. */
interface ReportForm extends Required<AuditReportOptions> {
  readonly json: boolean
}

const textOf = (document: ReportDocument, { html, json }: ReportForm): string => {
  if (html) return renderReportFile(document).trimEnd()
  return json ? JSON.stringify(document) : reportSummaryLines(document).join('\n')
}

/** Whether a point is not in order. */
const hasProblem = ({ sections }: ReportDocument): boolean =>
  sections.some(({ points }) => points.some(({ verdict }) => verdict === 'notInOrder'))

/** A file without a report would look like one. */
const removeUnwritten = async (handle: FileHandle, file: string, output: CliOutput): Promise<void> => {
  await handle.close()
  await rm(file)
  output.writeProblem(`No report is written to ${file}.`)
}

/** Makes the report, and writes its text by `write`, which answers whether it was written. Exit code 1 when a point is not in order. */
const makeReport = async (
  { audit }: RunningLibrary,
  output: CliOutput,
  form: ReportForm,
  write: (text: string) => Promise<boolean>,
): Promise<ExitCode> => {
  const report = await audit.report((done, total) => output.showProgress({ what: 'Events', done, total }))()
  output.endProgress()
  if (E.isLeft(report)) {
    output.writeProblem(describeStoreError('The report could not be made', report.left))
    return exitCodeForError(report.left)
  }
  const document = buildReportDocument(form.language, report.right)
  const isWritten = await write(textOf(document, form))
  return isWritten && !hasProblem(document) ? exitCode.done : exitCode.refused
}

/** Makes the report for a data protection officer. Exit code 1 when a point is not in order, or the file cannot be written. */
export const auditReportCommand = (
  { json, cwd }: CommandLineOptions,
  to: string | undefined,
  { html = false, language }: AuditReportOptions,
): CliCommand =>
  commandOnLibrary(async (library, output) => {
    if (html && json) {
      output.writeProblem('A report has one form: leave out --html or --json.')
      return exitCode.usage
    }
    const form = { html, json, language }
    if (to === undefined)
      return makeReport(library, output, form, (text) => {
        text.split('\n').forEach(output.writeLine)
        return Promise.resolve(true)
      })
    const file = path.resolve(cwd, to)
    const handle = await createNewFile(file, output)
    if (handle === undefined) return exitCode.refused
    const outcome: { isWritten: boolean } = { isWritten: false }
    try {
      return await makeReport(library, output, form, async (text) => {
        outcome.isWritten = await writeDurably(handle, `${text}\n`)
        return outcome.isWritten
      })
    } finally {
      if (outcome.isWritten) output.writeNotice(`The report is written to ${file}.`)
      else await removeUnwritten(handle, file, output)
    }
  })
