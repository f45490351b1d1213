import type { LedgerImportResult } from '../import-loans'
import { importSummaryLines } from './import-summary-lines'

/** The result of an import, as lines and as JSON. */
export interface LedgerImportReport {
  readonly lines: ReadonlyArray<string>
  readonly json: unknown
  /** Whether the counts of the library and the file agree, and no data was overdue at any midnight. */
  readonly isConsistent: boolean
}

/** Turns the result of an import into lines and JSON. `rejectsFile` is the path of the rejects file. */
export const toLedgerImportReport =
  (rejectsFile: string) =>
  (imported: LedgerImportResult): LedgerImportReport => {
    if (imported._tag === 'ImportedAlready') {
      const line = `This file was imported before: ${String(imported.loans)} loans, ${String(imported.rejects)} rejects. Nothing was changed.`
      return {
        lines: [line],
        json: { importedAlready: true, loans: imported.loans, rejects: imported.rejects },
        isConsistent: true,
      }
    }
    const { summary } = imported
    return {
      lines: [...importSummaryLines(summary), `Rows that could not be replayed are listed in ${rejectsFile}`],
      json: { ...summary, rejectsFile },
      isConsistent: summary.checks.every(({ same }) => same) && summary.midnightsWithOverdue === 0,
    }
  }
