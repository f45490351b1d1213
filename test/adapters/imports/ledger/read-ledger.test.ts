import * as E from 'fp-ts/Either'
import * as fc from 'fast-check'
import { addDays, type Day } from '../../../../domain/values/day'
import { decodeColumnMapping } from '../../../../adapters/imports/ledger/reading/ledger-column-mapping'
import { earliestPossibleReturnDay } from '../../../../adapters/imports/ledger/reading/earliest-possible-return-day'
import { readLedger } from '../../../../adapters/imports/ledger/reading/read-ledger'
import { parseWrittenDay } from '../../../../adapters/imports/ledger/reading/parse-written-day'
import type { CsvCells } from '../../../../adapters/imports/csv/csv-row'
import { parseLedgerLoan } from '../../../../adapters/imports/ledger/reading/parse-ledger-loan'
import { fixturePath } from './ledger-files'
import { readTestLedger, dayAfterLedgers } from './ledger-import-steps'
import { ledgerMappings } from './ledger-mappings'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const day = (text: string) => text as Day

describe('a day in a ledger', () => {
  it.each([
    ['YYYY-MM-DD', '1923-05-01', { _tag: 'Whole', day: '1923-05-01' }],
    ['D/M/YYYY', '1/5/1923', { _tag: 'Whole', day: '1923-05-01' }],
    ['YYYY-MM-DD', '', { _tag: 'NotWritten' }],
    ['YYYY-MM-DD', '1923', { _tag: 'Partly', parts: { year: '1923' } }],
    ['YYYY-MM-DD', '1923-05', { _tag: 'Partly', parts: { year: '1923', month: '05' } }],
    ['YYYY-MM-DD', '--10-18', { _tag: 'Partly', parts: { month: '10', dayOfMonth: '18' } }],
    ['YYYY-MM-DD', '1923-02-29', { _tag: 'NotInCalendar' }],
    ['D/M/YYYY', '31/2/1912', { _tag: 'NotInCalendar' }],
    ['YYYY-MM-DD', '1923-13', { _tag: 'NotInCalendar' }],
    ['YYYY-MM-DD', '1/5/1923', { _tag: 'Unreadable' }],
    ['DD-MM-YYYY', '01-05-1923', { _tag: 'Whole', day: '1923-05-01' }],
    ['DD-MM-YYYY', '1923-05', { _tag: 'Partly', parts: { year: '1923', month: '05' } }],
    ['YYYY-MM-DD', '01-05-1923', { _tag: 'Unreadable' }],
    ['D/M/YYYY', 'winter', { _tag: 'Unreadable' }],
  ] as const)('in the format %s, "%s" is parsed', (form, text, expected) => {
    expect(parseWrittenDay(form)(text)).toEqual(expected)
  })
})

describe('a return that is only partly known', () => {
  it.each([
    ['1923-05-09', { year: '1923' }, '1923-05-09'],
    ['1923-10-30', { year: '1924', month: '03' }, '1924-03-01'],
    ['1938-05-18', { month: '03', dayOfMonth: '25' }, '1939-03-25'],
    ['1924-01-01', { year: '1923' }, undefined],
    ['1896-03-01', { month: '02', dayOfMonth: '29' }, '1904-02-29'],
  ] as const)('of a loan of %s is the first day that fits and is not before the loan', (lent, parts, expected) => {
    expect(earliestPossibleReturnDay(day(lent))(parts)).toBe(expected)
  })

  it('is never later than a complete day of the same month, nor before the loan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 900 }), (from, daysLent) => {
        const lent = addDays(from)(day('1919-11-18'))
        const returnedOn = addDays(daysLent)(lent)
        const matched = earliestPossibleReturnDay(lent)({ year: returnedOn.slice(0, 4), month: returnedOn.slice(5, 7) })
        expect(matched).toBeDefined()
        expect(matched! >= lent && matched! <= returnedOn).toBe(true)
      }),
    )
  })
})

describe('a day after today', () => {
  const options = {
    mapping: rightOrThrow(decodeColumnMapping({ borrower: 'who', title: 'what', lentOn: 'from', returnedOn: 'to' })),
  }
  const row = (from: string, to: string): CsvCells => ({
    number: 7,
    cell: (column) => ({ who: 'L-1', what: 'Tine', from, to })[column] ?? '',
  })

  it.each([
    ['2026-01-02', '', 'day of lending after today'],
    ['2025-12-01', '2026-01-02', 'day of return after today'],
    ['2025-12-01', '2027', 'day of return after today'],
  ])('is rejected: lent %s and returned "%s"', (from, to, reason) => {
    expect(parseLedgerLoan({ ...options, today: dayAfterLedgers })(row(from, to))).toEqual(E.left({ row: 7, reason }))
  })

  it('does not include today', () => {
    expect(
      E.isRight(parseLedgerLoan({ ...options, today: dayAfterLedgers })(row(dayAfterLedgers, dayAfterLedgers))),
    ).toBe(true)
  })
})

describe('a name in a ledger keeps the rules of every other name', () => {
  const mapping = rightOrThrow(
    decodeColumnMapping({ borrower: 'key', borrowerName: 'who', title: 'what', author: 'by', lentOn: 'from' }),
  )
  const row = (cells: Readonly<Record<string, string>>): CsvCells => ({
    number: 7,
    cell: (column) => ({ key: 'L-1', who: 'Anna', what: 'Tine', by: '', from: '1912-01-02', ...cells })[column] ?? '',
  })

  it.each([
    [{ who: 'x'.repeat(201) }, 'a name, title or author that is too long'],
    [{ what: 'x'.repeat(301) }, 'a name, title or author that is too long'],
    [{ by: 'x'.repeat(201) }, 'a name, title or author that is too long'],
    [{ who: 'An\u0001na' }, 'a name, title or author with control characters'],
    [{ what: 'Tine\u202e' }, 'a name, title or author with control characters'],
    [{ who: 'Anna 010158-5000' }, 'a name, title or author with a CPR number'],
    [{ what: 'Bogen om 0101585000' }, 'a name, title or author with a CPR number'],
    [{ by: '010158 5000' }, 'a name, title or author with a CPR number'],
  ])('%#: a row that breaks them is rejected', (cells, reason) => {
    expect(parseLedgerLoan({ mapping, today: dayAfterLedgers })(row(cells))).toEqual(E.left({ row: 7, reason }))
  })

  it('and may be missing', () => {
    expect(E.isRight(parseLedgerLoan({ mapping, today: dayAfterLedgers })(row({ who: '' })))).toBe(true)
  })
})

describe('an untidy ledger', () => {
  it('turns every row into a loan or a rejected row with a reason', async () => {
    const { rows, loans, rejects } = await readTestLedger(fixturePath('ledger-200.csv'), ledgerMappings.madeUp)
    expect(rows).toBe(200)
    const numbers = [...loans.map(({ row }) => row), ...rejects.map(({ row }) => row)].sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    expect(new Set(rejects.map(({ reason }) => reason)).size).toBe(11)
  })

  it('is refused when a column is missing, and names the column', async () => {
    const mapping = rightOrThrow(decodeColumnMapping({ ...ledgerMappings.madeUp, author: 'Writer' }))
    expect(await readLedger({ mapping, today: dayAfterLedgers })(fixturePath('ledger-200.csv'))()).toEqual(
      E.left({
        _tag: 'ColumnIsMissing',
        columns: ['Writer'],
        found: expect.arrayContaining(['Author']),
        required: expect.arrayContaining(['Writer']),
      }),
    )
  })

  it('is refused when the file is not there', async () => {
    const mapping = rightOrThrow(decodeColumnMapping(ledgerMappings.madeUp))
    expect(await readLedger({ mapping, today: dayAfterLedgers })(fixturePath('no-such-ledger.csv'))()).toEqual(
      E.left({
        _tag: 'FileIsUnreadable',
        file: fixturePath('no-such-ledger.csv'),
        reason: 'there is no such file',
      }),
    )
  })
})

describe('a mapping', () => {
  it('must name the columns of borrower, title and day of lending, and nothing unknown', () => {
    expect(decodeColumnMapping({ borrower: 'Card', colour: 'red' })).toEqual(
      E.left({ _tag: 'MappingIsIncomplete', missing: expect.arrayContaining(['title', 'lentOn', 'colour']) }),
    )
  })
})
