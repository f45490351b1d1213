import type { Imported } from '../import-loans'
import { inLines } from './print'

/** What an import has to say, as lines and as a value for machines. */
export interface Told {
  readonly lines: ReadonlyArray<string>
  readonly json: unknown
  /** Whether the library's own counts agree with the file, and nothing was ever overdue. */
  readonly sound: boolean
}

/** Puts what came of an import into words; `rejects` is the path of the rejects file. */
export const told =
  (rejects: string) =>
  (imported: Imported): Told => {
    if (imported._tag === 'ImportedAlready') {
      const line = `This file has been read in before: ${String(imported.loans)} loans, ${String(imported.rejects)} rejects. Nothing was changed.`
      return {
        lines: [line],
        json: { importedAlready: true, loans: imported.loans, rejects: imported.rejects },
        sound: true,
      }
    }
    const { summary } = imported
    return {
      lines: [...inLines(summary), `Rows that could not be replayed are listed in ${rejects}`],
      json: { ...summary, rejectsFile: rejects },
      sound: summary.checks.every(({ same }) => same) && summary.midnightsWithOverdue === 0,
    }
  }
