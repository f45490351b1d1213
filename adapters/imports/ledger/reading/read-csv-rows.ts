import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import type { UnparsedLedgerRow } from './ledger-row'

/** The file lacks columns with these headings. */
export interface ColumnIsMissing {
  readonly _tag: 'ColumnIsMissing'
  readonly columns: ReadonlyArray<string>
  /** The headings of the file. */
  readonly found: ReadonlyArray<string>
}

/** The file cannot be opened or parsed. */
export interface FileIsUnreadable {
  readonly _tag: 'FileIsUnreadable'
  readonly file: string
  /** A text for people. */
  readonly reason: string
}

/** Uses composed letters (NFC) and single spaces, and trims, so that texts that look the same are equal. */
const normaliseText = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

const createRow =
  (columnIndexes: ReadonlyMap<string, number>) =>
  (number: number, cells: ReadonlyArray<string>): UnparsedLedgerRow => ({
    number,
    cell: (column) => normaliseText(cells[columnIndexes.get(normaliseText(column)) ?? -1] ?? ''),
  })

/**
 * Reads a CSV file row by row, so that memory holds one row at a time. Answers the SHA-256 of the whole file in hex.
 * Accepts a byte order mark, quotation marks inside a cell, and rows that are too short or too long. Skips rows without
 * text. Throws the errors of the file system and the parser.
 */
export const readCsvRows = async (
  file: string,
  separator: string,
  requiredColumns: ReadonlyArray<string>,
  handleRow: (row: UnparsedLedgerRow) => void,
): Promise<{ readonly fingerprint: string } | ColumnIsMissing> => {
  const hash = createHash('sha256')
  const source = createReadStream(file)
  source.on('data', (bytes) => hash.update(bytes))
  const parser = parse({
    bom: true,
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  source.on('error', (error) => parser.destroy(error))
  let toRow: ReturnType<typeof createRow> | undefined
  let number = 0
  for await (const cells of source.pipe(parser) as AsyncIterable<ReadonlyArray<string>>) {
    if (toRow === undefined) {
      const columnIndexes = new Map(cells.map((heading, index) => [normaliseText(heading), index]))
      const columns = [...new Set(requiredColumns)].filter((column) => !columnIndexes.has(normaliseText(column)))
      if (columns.length > 0) return { _tag: 'ColumnIsMissing', columns, found: [...columnIndexes.keys()] }
      toRow = createRow(columnIndexes)
    } else if (cells.some((cell) => cell.trim() !== '')) {
      number += 1
      handleRow(toRow(number, cells))
    }
  }
  return { fingerprint: hash.digest('hex') }
}
