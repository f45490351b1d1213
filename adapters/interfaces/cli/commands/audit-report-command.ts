import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { buildReportDocument } from '../../pages/report/build-report-document'
import { renderReportFile } from '../../pages/report/render-report-file'
import type { ReportDocument } from '../../pages/report/report-document'
import { reportLines } from '../../pages/report/report-lines'
import type { CliCommand, CommandLineOptions } from '../cli-command'
import type { CliOutput } from '../cli-output'
import { commandOnLibrary, describeStoreError, exitCodeForError } from '../command-on-library'
import { exitCode, type ExitCode } from '../exit-code'

/** In which form and language. */
export interface AuditReportOptions {
  readonly html?: true
  readonly language: MessageLanguage
}

const textOf = (document: ReportDocument, isHtml: boolean, isJson: boolean): string => {
  if (isHtml) return renderReportFile(document).trimEnd()
  return isJson ? JSON.stringify(document) : reportLines(document).join('\n')
}

/** Writes a new file that its owner alone can read; a file that stands there is not replaced. */
const writeNewFile = async (file: string, text: string, output: CliOutput): Promise<boolean> => {
  try {
    await writeFile(file, `${text}\n`, { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    output.writeProblem(`The file ${file} cannot be written. Name a place where nothing stands yet.`)
    return false
  }
}

/** Whether a point is not in order. */
const hasProblem = ({ sections }: ReportDocument): boolean =>
  sections.some(({ points }) => points.some(({ verdict }) => verdict === 'notInOrder'))

/** Makes the report for a data protection officer. Exit code 1 when a point is not in order. */
export const auditReportCommand = (
  { json, cwd }: CommandLineOptions,
  to: string | undefined,
  { html = false, language }: Omit<AuditReportOptions, 'html'> & { readonly html?: boolean },
): CliCommand =>
  commandOnLibrary(async ({ audit }, output): Promise<ExitCode> => {
    if (html && json) {
      output.writeProblem('A report has one form: leave out --html or --json.')
      return exitCode.usage
    }
    const report = await audit.report((done, total) => output.showProgress({ what: 'Events', done, total }))()
    output.endProgress()
    if (E.isLeft(report)) {
      output.writeProblem(describeStoreError('The report could not be made', report.left))
      return exitCodeForError(report.left)
    }
    const document = buildReportDocument(language, report.right)
    const text = textOf(document, html, json)
    if (to === undefined) text.split('\n').forEach(output.writeLine)
    else {
      const file = path.resolve(cwd, to)
      if (!(await writeNewFile(file, text, output))) return exitCode.refused
      output.writeNotice(`The report is written to ${file}.`)
    }
    return hasProblem(document) ? exitCode.refused : exitCode.done
  })
