import fc from 'fast-check'
import { csvText } from '../../../../adapters/system/csv/csv-text'
import { addMonths, type Month } from '../../../../domain/values/month'
import { recordsOfPublishedTables } from '../../../../projections/statistics/records-of-published-tables'

/** Reads CSV as RFC 4180 defines it, with semicolons. */
const readCsv = (text: string): ReadonlyArray<ReadonlyArray<string>> => {
  const records: string[][] = []
  let rest = text
  let record: string[] = []
  while (rest !== '') {
    const [whole, quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/.exec(rest)!
    record.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === '\r\n') {
      records.push(record)
      record = []
    }
    rest = rest.slice(whole.length)
  }
  return records
}

const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(';', '"', '\r', '\n', '=', '-', '+', '@', 'a') }))

describe('CSV', () => {
  it('is read back as it was written, but for the apostrophe before what looks like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 1 })), (records) => {
        const read = readCsv(csvText(records))
        expect(read.map((fields) => fields.map((field) => field.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
          records.map((fields) => fields.map((field) => field.replace(/^'(?=[=+\-@\t\r])/, ''))),
        )
      }),
    )
  })

  it('has no field that a spreadsheet runs as a formula', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readCsv(csvText([[text]]))[0]![0]).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('has headings and a line for each cell of a table', () => {
    const month = '2026-01' as Month
    const cells = [
      { value: 'DK-785100', count: 41 },
      { value: 'other', count: 7 },
    ]
    expect(
      csvText(
        recordsOfPublishedTables([
          { month, cells },
          { month: addMonths(1)(month), cells: [] },
        ]),
      ),
    ).toBe('month;value;count\r\n2026-01;DK-785100;41\r\n2026-01;other;7\r\n')
  })
})
