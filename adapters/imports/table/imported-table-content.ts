import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { CsvError } from '../csv/csv-error'
import { normaliseText, type CsvCells, type CsvRow, type RowLineRange } from '../csv/csv-row'
import type { UnknownHeading } from '../csv/heading-hints'
import { readCsvRows, type CsvFileLineCounts } from '../csv/read-csv-rows'
import type { RejectedCsvRow } from '../csv/rejects-file'
import type { ImportedRowCells, ImportRecordKind, TableImportRequest } from './import-record-kind'

/** A row that was decoded. */
export interface DecodedImportRow<A> extends RowLineRange {
  readonly row: number
  readonly record: A
}

/** The content of a table: every row is a record or is rejected. */
export interface ImportedTableContent<A> {
  readonly lines: CsvFileLineCounts
  readonly records: ReadonlyArray<DecodedImportRow<A>>
  readonly rejects: ReadonlyArray<RejectedCsvRow>
}

/** The file has columns that nothing is read from, or one of them twice: a misspelt heading would lose its column without a word. */
export interface ColumnIsUnknown {
  readonly _tag: 'ColumnIsUnknown'
  readonly headings: ReadonlyArray<UnknownHeading>
  readonly known: ReadonlyArray<string>
}

/** Rejects a row that has a number of an earlier row: two rows never become one record. */
const createRepeatFinder = <A>({ numbersOf }: ImportRecordKind<A>) => {
  const rows = new Map<string, number>()
  return (record: A, row: number): string | undefined => {
    const numbers = numbersOf(record)
    const repeated = numbers.find((number) => rows.has(number.join(' ')))
    for (const number of numbers) if (!rows.has(number.join(' '))) rows.set(number.join(' '), row)
    return repeated && `${repeated[0]} is that of row ${String(rows.get(repeated.join(' ')))}`
  }
}

const cellsOf =
  (columns: ReadonlyArray<string>) =>
  ({ cell }: CsvCells): ImportedRowCells =>
    Object.fromEntries(columns.map((column) => [column, cell(column) === '' ? null : cell(column)]))

const checkHeadings =
  (known: ReadonlyArray<string>) =>
  (headings: ReadonlyArray<string>): E.Either<ColumnIsUnknown, void> => {
    const names = new Set(known.map(normaliseText))
    const unknown = headings.flatMap((heading, index) =>
      names.has(heading) && headings.indexOf(heading) === index ? [] : [{ position: index + 1, heading }],
    )
    return unknown.length === 0 ? E.right(undefined) : E.left({ _tag: 'ColumnIsUnknown', headings: unknown, known })
  }

/** Reads and decodes a table. Every line of the file is the headings, blank, or part of a record or of a rejected row. */
export const readCsvTable =
  <A>(table: ImportRecordKind<A>) =>
  async ({
    file,
    separator,
  }: TableImportRequest): Promise<E.Either<CsvError | ColumnIsUnknown, ImportedTableContent<A>>> => {
    const known = [...table.requiredColumns, ...table.optionalColumns]
    const records: Array<DecodedImportRow<A>> = []
    const rejects: RejectedCsvRow[] = []
    const findRepeat = createRepeatFinder(table)
    const decode = (row: CsvRow): E.Either<string, A> =>
      row._tag === 'Cells' ? table.decodeRow(cellsOf(known)(row)) : E.left(row.error)
    const readRow = (row: CsvRow): void => {
      const { number, firstLine, lastLine } = row
      const decoded = pipe(
        decode(row),
        E.chain((record) => {
          const repeat = findRepeat(record, number)
          return repeat === undefined ? E.right(record) : E.left(repeat)
        }),
      )
      if (E.isRight(decoded)) records.push({ row: number, firstLine, lastLine, record: decoded.right })
      else rejects.push({ row: number, firstLine, lastLine, reason: decoded.left })
    }
    return pipe(
      await readCsvRows(file, { separator, requiredColumns: table.requiredColumns }, readRow),
      E.chainFirstW(({ headings }) => checkHeadings(known)(headings)),
      E.map(({ lines }) => ({ lines, records, rejects })),
    )
  }
