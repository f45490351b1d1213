import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Either } from 'fp-ts/Either'
import type { CsvError } from '../../../../adapters/imports/csv/csv-error'
import type { CsvRow } from '../../../../adapters/imports/csv/csv-row'
import { readCsvRows, type CsvFileSummary } from '../../../../adapters/imports/csv/read-csv-rows'

export interface ReadTestFile {
  readonly read: Either<CsvError, CsvFileSummary>
  readonly rows: ReadonlyArray<CsvRow>
}

/** Uses a file with these bytes. */
export const withFile = async <A>(bytes: Uint8Array | string, use: (file: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-csv-'))
  const file = path.join(folder, 'ledger.csv')
  writeFileSync(file, bytes)
  try {
    return await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads a file with these bytes. */
export const readBytes = (
  bytes: Uint8Array | string,
  requiredColumns: ReadonlyArray<string> = ['who', 'what', 'from', 'to'],
  separator = ',',
): Promise<ReadTestFile> =>
  withFile(bytes, async (file) => {
    const rows: CsvRow[] = []
    return { read: await readCsvRows(file, { separator, requiredColumns }, (row) => void rows.push(row)), rows }
  })

/** The lines that rows stand on. */
export const countRowLines = (rows: ReadonlyArray<CsvRow>): number =>
  rows.reduce((count, { firstLine, lastLine }) => count + lastLine - firstLine + 1, 0)
