import { Buffer, isUtf8 } from 'node:buffer'
import type { LineErrorCollector, LineErrorKind } from './csv-line-error'

/** The bytes of a record of RFC 4180: one line, or several when a quoted cell contains line breaks. */
export interface ScannedCsvRecord {
  readonly firstLine: number
  readonly lastLine: number
  /** The number of cells; 0 for a line with nothing but blanks, separators and empty quotation marks. */
  readonly cells: number
  /** A quotation mark stands inside a cell that does not begin with one. */
  readonly hasStrayQuote: boolean
  /** Only the last record of a file can lack it: then nobody knows whether it is whole. */
  readonly hasLineEnd: boolean
  /** Without the line end. */
  readonly bytes: Buffer
}

/** The most bytes of a record. A quoted cell that is still open then was never closed. */
export const maxCsvRecordBytes = 65_536

const [nul, tab, lf, cr, space, quote] = [0, 9, 10, 13, 32, 34]

/** Where a byte stands: `closing` is behind a quotation mark that may close a cell, or be the first of two. */
type Place = 'cellStart' | 'plain' | 'quoted' | 'closing'

/** What is known of a record before its end. */
interface OpenRecord {
  readonly firstLine: number
  place: Place
  /** The line of the last quotation mark that opened a cell. */
  quoteOpenedOn: number
  cells: number
  hasText: boolean
  hasStrayQuote: boolean
  hasError: boolean
}

const beginRecord = (firstLine: number): OpenRecord => ({
  firstLine,
  place: 'cellStart',
  quoteOpenedOn: firstLine,
  cells: 1,
  hasText: false,
  hasStrayQuote: false,
  hasError: false,
})

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])
const longestMark = 4

const isWideEncoding = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  (bytes[0] === nul && bytes[1] === nul && bytes[2] === 0xfe && bytes[3] === 0xff)

/** A quotation mark opens a cell, is the second of two, or stands in a cell that does not begin with one. */
const readQuote = (record: OpenRecord, line: number): void => {
  if (record.place === 'plain') record.hasStrayQuote = true
  else if (record.place === 'quoted') record.place = 'closing'
  else {
    if (record.place === 'cellStart') record.quoteOpenedOn = line
    record.place = 'quoted'
  }
}

/**
 * Scans the bytes of a CSV file for records, apart from the parser of their cells. Errors go to `errors`, and a record
 * with a error is left out. After a error by which records cannot be told apart any more, nothing is scanned.
 */
export const createRecordScanner = (separator: number, errors: LineErrorCollector) => {
  const blanks: ReadonlySet<number> = new Set([separator, quote, space, tab, lf])
  let rest: Buffer = Buffer.alloc(0)
  let scanned = 0
  let isBegun = false
  let isStopped = false
  let line = 1
  let previous = lf
  let record = beginRecord(1)

  const stop = (error: LineErrorKind, on: number): void => {
    errors.add(error, on)
    isStopped = true
  }
  /** A quoted cell that never ends swallows the lines after it, so the line that opened it is named. */
  const stopWithinRecord = (error: LineErrorKind): void =>
    record.place === 'quoted' ? stop('quoteNotClosed', record.quoteOpenedOn) : stop(error, record.firstLine)
  /** One error a record: its other bytes may follow from the first. */
  const addError = (error: LineErrorKind, on: number): void => {
    if (!record.hasError) errors.add(error, on)
    record.hasError = true
  }
  const begin = (): void => {
    isBegun = true
    if (isWideEncoding(rest)) stop('encoding', 1)
    if (rest.subarray(0, byteOrderMark.length).equals(byteOrderMark)) rest = rest.subarray(byteOrderMark.length)
  }
  const readByte = (byte: number): void => {
    if (previous === cr && byte !== lf) addError('carriageReturn', line)
    previous = byte
    if (byte === cr) return
    if (!blanks.has(byte)) record.hasText = true
    if (byte === quote) return readQuote(record, line)
    if (record.place === 'quoted' || byte === lf) return
    if (byte === separator) {
      record.cells += 1
      record.place = 'cellStart'
    } else if (record.place === 'closing') stop('quoteNotClosed', record.quoteOpenedOn)
    else record.place = 'plain'
  }
  const endRecord = (bytes: Buffer, hasLineEnd: boolean): ReadonlyArray<ScannedCsvRecord> => {
    if (bytes.includes(nul)) addError('nul', record.firstLine)
    else if (!isUtf8(bytes)) addError('utf8', record.firstLine)
    const { firstLine, cells, hasText, hasStrayQuote, hasError } = record
    record = beginRecord(line + 1)
    return hasError ? [] : [{ firstLine, lastLine: line, cells: hasText ? cells : 0, hasStrayQuote, hasLineEnd, bytes }]
  }
  const scanRest = (): ReadonlyArray<ScannedCsvRecord> => {
    const records: ScannedCsvRecord[] = []
    let start = 0
    for (; scanned < rest.length && !isStopped; scanned++) {
      const byte = rest[scanned] ?? nul
      const end = previous === cr ? scanned - 1 : scanned
      readByte(byte)
      if (byte === lf && record.place !== 'quoted') {
        records.push(...endRecord(rest.subarray(start, end), true))
        start = scanned + 1
      } else if (scanned - start >= maxCsvRecordBytes) stopWithinRecord('tooLong')
      if (byte === lf) line += 1
    }
    rest = rest.subarray(start)
    scanned -= start
    return records
  }
  return {
    /** Answers the records that end in a chunk. */
    scan: (chunk: Buffer): ReadonlyArray<ScannedCsvRecord> => {
      rest = Buffer.concat([rest, chunk])
      if (!isBegun && rest.length < longestMark) return []
      if (!isBegun) begin()
      return scanRest()
    },
    /** Must be called after the last chunk. Answers the records that are left. */
    end: (): ReadonlyArray<ScannedCsvRecord> => {
      if (!isBegun) begin()
      const records = scanRest()
      if (isStopped || rest.length === 0) return records
      if (record.place !== 'quoted') return [...records, ...endRecord(rest, false)]
      stopWithinRecord('quoteNotClosed')
      return records
    },
    isStopped: (): boolean => isStopped,
  }
}
