import { writeFile } from 'node:fs/promises'
import type { RejectedRow } from './ledger-loan'

/** Writes the rejects file: the number of each row and the reason, and no content of the row. Replaces an earlier file. */
export const writeRejects = (file: string, rejects: ReadonlyArray<RejectedRow>): Promise<void> =>
  writeFile(file, ['row,reason', ...rejects.map(({ row, reason }) => `${String(row)},${reason}`), ''].join('\n'))
