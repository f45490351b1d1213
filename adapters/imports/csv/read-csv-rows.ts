import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import * as E from 'fp-ts/Either'
import { toFileIsUnreadable, type CsvError } from './csv-error'
import type { CsvOptions } from './csv-headings'
import type { CsvRow } from './csv-row'
import { createLineErrorCollector } from './csv-line-error'
import { createRecordScanner } from './csv-record-scanner'
import { createCsvRowReader } from './csv-row-reader'

/** The lines of a file, and what those are that belong to no row. */
export interface CsvFileLineCounts {
  /** Counted in the bytes of the file, apart from scanner and parser. */
  readonly inFile: number
  readonly headings: number
  /** Lines without text. */
  readonly blank: number
}

/** A file that was read to its end. */
export interface CsvFileSummary {
  /** SHA-256 of the file, in hex. */
  readonly fingerprint: string
  readonly lines: CsvFileLineCounts
  readonly headings: ReadonlyArray<string>
}

const lineEnd = 10

const countLineEnds = (bytes: Buffer): number => {
  let count = 0
  for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) count += 1
  return count
}

/** Counts the lines of a file in its bytes. The last one may lack a line end. */
const createLineCounter = () => {
  let lineEnds = 0
  let lastByte = lineEnd
  return {
    read: (chunk: Buffer): void => {
      lineEnds += countLineEnds(chunk)
      lastByte = chunk.at(-1) ?? lastByte
    },
    count: (): number => (lastByte === lineEnd ? lineEnds : lineEnds + 1),
  }
}

/**
 * Reads a CSV file by RFC 4180, in UTF-8 with or without a byte order mark; its lines end with LF or CRLF. Memory holds
 * one piece of the file at a time. Every line is the headings, blank, or part of a row, and rows are handed on in order,
 * as cells or as unreadable. A file with a line that can be read in more than one way is refused as a whole; the rows that
 * were handed on must then be left unused.
 */
export const readCsvRows = async (
  file: string,
  options: CsvOptions,
  handleRow: (row: CsvRow) => void,
): Promise<E.Either<CsvError, CsvFileSummary>> => {
  const hash = createHash('sha256')
  const errors = createLineErrorCollector()
  const scanner = createRecordScanner(options.separator.charCodeAt(0), errors)
  const rows = createCsvRowReader(options, errors, handleRow)
  const lineCounter = createLineCounter()
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      lineCounter.read(chunk)
      rows.read(scanner.scan(chunk))
      const headings = rows.headings()
      if (headings !== undefined && E.isLeft(headings)) return headings
      if (scanner.isStopped()) break
    }
  } catch (error) {
    return E.left(toFileIsUnreadable(file)(error))
  }
  rows.read(scanner.end())
  const found = errors.read()
  if (found.listed.length > 0) return E.left({ _tag: 'FileIsMalformed', ...found })
  const headings = rows.headings()
  if (headings === undefined) return E.left({ _tag: 'FileIsUnreadable', file, reason: 'it is empty' })
  return E.isLeft(headings)
    ? headings
    : E.right({
        fingerprint: hash.digest('hex'),
        lines: { inFile: lineCounter.count(), headings: 1, blank: rows.blank() },
        headings: headings.right.all,
      })
}
