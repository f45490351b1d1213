import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { ColumnIsMissing, ColumnIsRepeated, FileIsMalformed } from './csv-error'
import { normaliseText } from './csv-row'
import { parseRecords } from './parse-records'
import type { ScannedCsvRecord } from './csv-record-scanner'

/** How the cells of a file are read. */
export interface CsvOptions {
  /** One ASCII character. */
  readonly separator: string
  readonly requiredColumns: ReadonlyArray<string>
}

/** The columns of a file by their headings. */
export interface CsvHeadings {
  readonly all: ReadonlyArray<string>
  readonly indexOf: (column: string) => number | undefined
}

export type HeadingsError = ColumnIsMissing | ColumnIsRepeated | FileIsMalformed

const findColumns =
  (requiredColumns: ReadonlyArray<string>) =>
  (cells: ReadonlyArray<string>): E.Either<HeadingsError, CsvHeadings> => {
    const found = cells.map(normaliseText)
    const required = [...new Set(requiredColumns)]
    const missing = required.filter((column) => !found.includes(normaliseText(column)))
    if (missing.length > 0) return E.left({ _tag: 'ColumnIsMissing', columns: missing, found, required })
    const repeated = required.filter(
      (column) => found.indexOf(normaliseText(column)) !== found.lastIndexOf(normaliseText(column)),
    )
    if (repeated.length > 0) return E.left({ _tag: 'ColumnIsRepeated', columns: repeated })
    const indexes = new Map(found.map((heading, index) => [heading, index]))
    return E.right({ all: found, indexOf: (column) => indexes.get(normaliseText(column)) })
  }

/** A heading may have a quotation mark anywhere: it is compared as it is written. */
const headingCells = (separator: string, record: ScannedCsvRecord): ReadonlyArray<string> | undefined => {
  if (record.firstLine !== record.lastLine) return undefined
  return record.hasStrayQuote ? record.bytes.toString('utf8').split(separator) : parseRecords(separator)([record])?.[0]
}

/** Reads the headings from the first record, which must stand on one line. Each required column must be there once. */
export const readHeadings =
  ({ separator, requiredColumns }: CsvOptions) =>
  (record: ScannedCsvRecord): E.Either<HeadingsError, CsvHeadings> =>
    pipe(
      headingCells(separator, record),
      E.fromNullable<HeadingsError>({
        _tag: 'FileIsMalformed',
        listed: [{ line: record.firstLine, error: 'headings' }],
        more: 0,
      }),
      E.chain(findColumns(requiredColumns)),
    )
