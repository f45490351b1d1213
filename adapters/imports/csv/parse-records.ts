import { parse } from 'csv-parse/sync'
import type { ScannedCsvRecord } from './csv-record-scanner'

/** The cells of records, one record after another. */
type ParsedRecords = ReadonlyArray<ReadonlyArray<string>>

/** Parses the cells of records. Undefined when the parser finds other records or cells than the scanner. */
export const parseRecords =
  (separator: string) =>
  (records: ReadonlyArray<ScannedCsvRecord>): ParsedRecords | undefined => {
    try {
      const parsed: ParsedRecords = parse(records.map(({ bytes }) => `${bytes.toString('utf8')}\n`).join(''), {
        delimiter: separator,
        record_delimiter: '\n',
        relax_column_count: true,
      })
      const isSame =
        parsed.length === records.length && parsed.every((cells, at) => cells.length === records[at]?.cells)
      return isSame ? parsed : undefined
    } catch {
      return undefined
    }
  }
