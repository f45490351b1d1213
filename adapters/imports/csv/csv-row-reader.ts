import * as E from 'fp-ts/Either'
import { readHeadings, type CsvHeadings, type CsvOptions, type HeadingsError } from './csv-headings'
import { normaliseText, type CsvRow, type RowErrorKind } from './csv-row'
import type { LineErrorCollector } from './csv-line-error'
import { parseRecords } from './parse-records'
import type { ScannedCsvRecord } from './csv-record-scanner'

const damagedLetter = '\uFFFD'

const findError = (record: ScannedCsvRecord, { all }: CsvHeadings): RowErrorKind | undefined => {
  if (!record.hasLineEnd) return 'no line end: the row may be cut (if it is whole, add a line end)'
  if (record.lastLine > record.firstLine) return 'a line break inside a cell'
  if (record.hasStrayQuote) return 'a quotation mark inside a cell that does not begin with one'
  if (record.cells === all.length) return undefined
  return record.cells < all.length ? 'fewer columns than the headings' : 'more columns than the headings'
}

const toCsvRow = (
  { firstLine, lastLine }: ScannedCsvRecord,
  number: number,
  cells: RowErrorKind | ReadonlyArray<string>,
  { indexOf }: CsvHeadings,
): CsvRow => {
  const row = { number, firstLine, lastLine }
  if (typeof cells === 'string') return { _tag: 'Unreadable', ...row, error: cells }
  return cells.some((cell) => cell.includes(damagedLetter))
    ? { _tag: 'Unreadable', ...row, error: 'a letter that was damaged before (U+FFFD)' }
    : { _tag: 'Cells', ...row, cell: (column) => normaliseText(cells[indexOf(column) ?? -1] ?? '') }
}

/** Turns scanned records into the headings and the rows. Each record must be given once, in order. */
export const createCsvRowReader = (
  options: CsvOptions,
  errors: LineErrorCollector,
  handleRow: (row: CsvRow) => void,
) => {
  const parse = parseRecords(options.separator)
  let headings: E.Either<HeadingsError, CsvHeadings> | undefined
  let rows = 0
  let blank = 0

  const readRows = (records: ReadonlyArray<ScannedCsvRecord>, found: CsvHeadings): void => {
    const whole = records.filter((record) => findError(record, found) === undefined)
    const parsed = parse(whole)
    if (parsed === undefined) return errors.add('misread', whole[0]?.firstLine ?? 0)
    let next = 0
    for (const record of records) {
      rows += 1
      handleRow(toCsvRow(record, rows, findError(record, found) ?? parsed[next++] ?? [], found))
    }
  }
  return {
    read: (records: ReadonlyArray<ScannedCsvRecord>): void => {
      for (const { cells, firstLine, lastLine } of records) if (cells === 0) blank += lastLine - firstLine + 1
      const filled = records.filter(({ cells }) => cells > 0)
      const first = headings === undefined ? filled.shift() : undefined
      if (first !== undefined) headings = readHeadings(options)(first)
      if (headings !== undefined && E.isRight(headings)) readRows(filled, headings.right)
    },
    /** Undefined before the first line with text. */
    headings: () => headings,
    blank: () => blank,
  }
}
