import * as E from 'fp-ts/Either'
import * as fc from 'fast-check'
import { addDays, type Day } from '../../../../domain/values/day'
import { decodeMapping } from '../../../../adapters/imports/ledger/reading/mapping'
import { firstDayThatFits } from '../../../../adapters/imports/ledger/reading/partly-known'
import { readLedger } from '../../../../adapters/imports/ledger/reading/read-ledger'
import { readDay } from '../../../../adapters/imports/ledger/reading/written-day'
import type { Row } from '../../../../adapters/imports/ledger/reading/row'
import { toLoan } from '../../../../adapters/imports/ledger/reading/to-loan'
import { fixture } from './ledgers'
import { read, today } from './importing'
import { mappings } from './mappings'
import { right } from '../../../fixtures/right'

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
  ] as const)('written as %s, "%s" is read as what it says', (form, text, expected) => {
    expect(readDay(form)(text)).toEqual(expected)
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
    expect(firstDayThatFits(day(lent))(parts)).toBe(expected)
  })

  it('is never later than a whole day of the same month would be, nor before the loan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 900 }), (from, kept) => {
        const lent = addDays(from)(day('1919-11-18'))
        const back = addDays(kept)(lent)
        const taken = firstDayThatFits(lent)({ year: back.slice(0, 4), month: back.slice(5, 7) })
        expect(taken).toBeDefined()
        expect(taken! >= lent && taken! <= back).toBe(true)
      }),
    )
  })
})

describe('a day after today', () => {
  const reading = {
    mapping: right(decodeMapping({ borrower: 'who', title: 'what', lentOn: 'from', returnedOn: 'to' })),
  }
  const row = (from: string, to: string): Row => ({
    number: 7,
    cell: (column) => ({ who: 'L-1', what: 'Tine', from, to })[column] ?? '',
  })

  it.each([
    ['2026-01-02', '', 'day of lending after today'],
    ['2025-12-01', '2026-01-02', 'day of return after today'],
    ['2025-12-01', '2027', 'day of return after today'],
  ])('is a slip of the pen: lent %s and returned "%s" is a reject', (from, to, reason) => {
    expect(toLoan({ ...reading, today })(row(from, to))).toEqual(E.left({ row: 7, reason }))
  })

  it('is not today', () => {
    expect(E.isRight(toLoan({ ...reading, today })(row(today, today)))).toBe(true)
  })
})

describe('an untidy ledger', () => {
  it('has every row end as a loan or as a reject with a reason that lies in the row', async () => {
    const { rows, loans, rejects } = await read(fixture('ledger-200.csv'), mappings.made)
    expect(rows).toBe(200)
    const numbers = [...loans.map(({ row }) => row), ...rejects.map(({ row }) => row)].sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    expect(new Set(rejects.map(({ reason }) => reason)).size).toBe(9)
  })

  it('is refused as a whole when a column is missing, and says which', async () => {
    const mapping = right(decodeMapping({ ...mappings.made, author: 'Writer' }))
    expect(await readLedger({ mapping, today })(fixture('ledger-200.csv'))()).toEqual(
      E.left({ _tag: 'ColumnIsMissing', columns: ['Writer'], found: expect.arrayContaining(['Author']) }),
    )
  })

  it('is refused when the file is not there', async () => {
    const mapping = right(decodeMapping(mappings.made))
    expect(await readLedger({ mapping, today })(fixture('no-such-ledger.csv'))()).toEqual(
      E.left({
        _tag: 'FileIsUnreadable',
        file: fixture('no-such-ledger.csv'),
        reason: 'there is no such file',
      }),
    )
  })
})

describe('a mapping', () => {
  it('must say who, what and when, and nothing that no mapping says', () => {
    expect(decodeMapping({ borrower: 'Card', colour: 'red' })).toEqual(
      E.left({ _tag: 'MappingIsIncomplete', missing: expect.arrayContaining(['title', 'lentOn', 'colour']) }),
    )
  })
})
