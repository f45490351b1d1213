import type { RejectedCsvRow } from '../csv/rejects-file'
import type { TableImportResult } from './import-table'
import type { ImportedTableContent } from './imported-table-content'
import type { TableImportRequest } from './import-record-kind'

/** The result of an import of a table, as lines and as JSON. */
export interface TableImportReport {
  readonly lines: ReadonlyArray<string>
  readonly json: unknown
  /** Whether every line of the file is accounted for. */
  readonly isConsistent: boolean
}

const countLines = (rejects: ReadonlyArray<RejectedCsvRow>): number =>
  rejects.reduce((sum, { firstLine, lastLine }) => sum + lastLine - firstLine + 1, 0)

/** Reports counts. The lines of the file are counted in its bytes, and must be those of the outcomes. */
export const toTableImportReport = (
  { name }: { readonly name: string },
  { dryRun, rejects: rejectsFile }: TableImportRequest,
  { lines }: ImportedTableContent<unknown>,
  { added, present, rejects }: TableImportResult,
): TableImportReport => {
  const accounted = lines.headings + lines.blank + added + present + countLines(rejects)
  const isConsistent = accounted === lines.inFile
  const labelled: ReadonlyArray<readonly [string, number]> = [
    ['Lines of the file', lines.inFile],
    [dryRun ? `${name} that would be added` : `${name} added`, added],
    [`${name} that the library has already`, present],
    ['Rejected rows', rejects.length],
  ]
  const width = Math.max(...labelled.map(([label]) => label.length))
  return {
    lines: [
      ...labelled.map(([label, count]) => `${label.padEnd(width)}  ${count.toLocaleString('en-GB')}`),
      `Rejected rows are listed in ${rejectsFile}`,
      ...(isConsistent
        ? []
        : [`Only ${String(accounted)} lines are accounted for: report this as an error of Glemsom.`]),
      ...(dryRun ? ['Nothing was changed.'] : []),
    ],
    json: { dryRun, lines, added, present, rejected: rejects.length, accounted, rejectsFile },
    isConsistent,
  }
}
