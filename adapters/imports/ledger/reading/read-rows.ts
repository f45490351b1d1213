import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import type { Row } from './row'

/** The file has no columns of these headings. */
export interface ColumnIsMissing {
  readonly _tag: 'ColumnIsMissing'
  readonly columns: ReadonlyArray<string>
  /** The headings that it has. */
  readonly found: ReadonlyArray<string>
}

/** The file cannot be opened, or is no table of text. */
export interface FileIsUnreadable {
  readonly _tag: 'FileIsUnreadable'
  readonly file: string
  /** In words. */
  readonly reason: string
}

/** Composed letters, one space at a time, none around: two spellings that look alike are alike. */
const tidied = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

const rowOf =
  (places: ReadonlyMap<string, number>) =>
  (number: number, cells: ReadonlyArray<string>): Row => ({
    number,
    cell: (column) => tidied(cells[places.get(tidied(column)) ?? -1] ?? ''),
  })

/**
 * Reads a table row by row, so that memory holds one row at a time; answers the SHA-256 of the whole file in hex.
 * Tolerates a byte order mark, quotation marks in the middle of a cell, and rows that are too short or too long; rows
 * without any text are not rows. Throws what the file system and the parser throw.
 */
export const readRows = async (
  file: string,
  separator: string,
  needed: ReadonlyArray<string>,
  take: (row: Row) => void,
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
  let read: ReturnType<typeof rowOf> | undefined
  let number = 0
  for await (const cells of source.pipe(parser) as AsyncIterable<ReadonlyArray<string>>) {
    if (read === undefined) {
      const places = new Map(cells.map((heading, place) => [tidied(heading), place]))
      const columns = [...new Set(needed)].filter((column) => !places.has(tidied(column)))
      if (columns.length > 0) return { _tag: 'ColumnIsMissing', columns, found: [...places.keys()] }
      read = rowOf(places)
    } else if (cells.some((cell) => cell.trim() !== '')) {
      number += 1
      take(read(number, cells))
    }
  }
  return { fingerprint: hash.digest('hex') }
}
