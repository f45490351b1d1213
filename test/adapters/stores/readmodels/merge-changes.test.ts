import * as fc from 'fast-check'
import { mergeRowChanges } from '../../../../adapters/stores/readmodels/sqlite/merge-row-changes'
import type { ColumnValues, RowChange } from '../../../../projections/read-model/row-change'
import { defineTable, openNumberColumn, openTextColumn } from '../../../../projections/read-model/define-table'

const copies = defineTable(
  'copies',
  { copy: openTextColumn(), status: openTextColumn(), branch: openTextColumn(), loans: openNumberColumn() },
  ['copy'],
)
const merge = mergeRowChanges([copies])

const setStatus = (copy: string, status: string, unless: ColumnValues = {}): RowChange => ({
  ...{ _tag: 'Set', table: 'copies', where: { copy }, values: { status }, unless },
})
const countLoan = (copy: string, loans = 1): RowChange => ({
  ...{ _tag: 'Increment', table: 'copies', key: { copy }, amounts: { loans } },
})
const removeByStatus = (status: string): RowChange => ({ _tag: 'Remove', table: 'copies', where: { status } })

type Row = ColumnValues

const matches = (row: Row, where: ColumnValues): boolean =>
  Object.entries(where).every(([column, value]) => row[column] === value)

const emptyRow = (copy: string): Row => ({ copy, status: '', branch: '', loans: 0 })

const increment = (row: Row, amounts: Readonly<Record<string, number>>): Row => ({
  ...row,
  ...Object.fromEntries(Object.entries(amounts).map(([column, amount]) => [column, Number(row[column] ?? 0) + amount])),
})

/** Applies changes to rows in the plainest way. */
const applyTo = (rows: ReadonlyArray<Row>, change: RowChange): ReadonlyArray<Row> => {
  switch (change._tag) {
    case 'Put':
      return [...rows.filter(({ copy }) => copy !== change.row['copy']), change.row]
    case 'Remove':
      return rows.filter((row) => !matches(row, change.where))
    case 'Set': {
      const isExcepted = (row: Row): boolean => Object.keys(change.unless).length > 0 && matches(row, change.unless)
      return rows.map((row) => (matches(row, change.where) && !isExcepted(row) ? { ...row, ...change.values } : row))
    }
    case 'Increment': {
      const copy = String(change.key['copy'])
      const row = rows.find((each) => each['copy'] === copy) ?? emptyRow(copy)
      return [...rows.filter((each) => each['copy'] !== copy), increment(row, change.amounts)]
    }
  }
}

const rowsAfter = (changes: ReadonlyArray<RowChange>): ReadonlyArray<Row> =>
  [...changes.reduce<ReadonlyArray<Row>>(applyTo, [])].sort((a, b) => (String(a['copy']) < String(b['copy']) ? -1 : 1))

const copyIds = fc.constantFrom('1', '2')
const words = fc.constantFrom('in', 'out')
const cells = (...columns: ReadonlyArray<fc.Arbitrary<ColumnValues>>): fc.Arbitrary<ColumnValues> =>
  fc.oneof(...columns)
const anyWhere = cells(
  copyIds.map((copy) => ({ copy })),
  words.map((status) => ({ status })),
  fc.record({ copy: copyIds, status: words }),
)
const anyValues = cells(
  words.map((status) => ({ status })),
  fc.record({ status: words, branch: words }),
)
const anyUnless = cells(
  fc.constant({}),
  words.map((branch) => ({ branch })),
)
const table = fc.constant('copies')
const anyChange: fc.Arbitrary<RowChange> = fc.oneof(
  fc.record({
    _tag: fc.constant('Put' as const),
    table,
    row: fc.record({ copy: copyIds, status: words, branch: words, loans: fc.nat(9) }),
  }),
  fc.record({ _tag: fc.constant('Set' as const), table, where: anyWhere, values: anyValues, unless: anyUnless }),
  fc.record({ _tag: fc.constant('Remove' as const), table, where: anyWhere }),
  fc.record({
    _tag: fc.constant('Increment' as const),
    table,
    key: fc.record({ copy: copyIds }),
    amounts: fc.record({ loans: fc.nat(3) }),
  }),
)

describe('merged changes of a batch', () => {
  it('leave the same rows as the changes one by one', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), (changes) => {
        expect(rowsAfter(merge(changes))).toEqual(rowsAfter(changes))
      }),
      { numRuns: 2000 },
    )
  })

  it('add up the increments of one row', () => {
    expect(merge([countLoan('1'), countLoan('2'), countLoan('1', 2)])).toEqual([countLoan('1', 3), countLoan('2')])
  })

  it('keep the last of two changes that set the same columns of a row', () => {
    const changes = [setStatus('1', 'onLoan'), setStatus('2', 'onLoan'), setStatus('1', 'available')]
    expect(merge(changes)).toEqual(changes.slice(1))
  })

  it('keep a change that a later condition reads', () => {
    const changes = [setStatus('1', 'lost'), removeByStatus('lost'), setStatus('1', 'available')]
    expect(merge(changes)).toEqual(changes)
  })
})
