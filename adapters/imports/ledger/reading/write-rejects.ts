import { writeFile } from 'node:fs/promises'
import type { Reject } from './ledger-loan'

/** Writes the rejects file: row number and reason, and nothing that stood in the row. Replaces an earlier one. */
export const writeRejects = (file: string, rejects: ReadonlyArray<Reject>): Promise<void> =>
  writeFile(file, ['row,reason', ...rejects.map(({ row, reason }) => `${String(row)},${reason}`), ''].join('\n'))
