import fc from 'fast-check'
import { mergeSmall, otherValue, smallestCell } from '../../../domain/calendar/statistics/merge'
import { cellsOf, type CountedLoan } from '../../../domain/calendar/statistics/cells'
import type { MunicipalityCode } from '../../../domain/values/ids'

const tallies = (...counts: ReadonlyArray<number>) => counts.map((loans, index) => ({ value: `m${index}`, loans }))

describe('merging small cells', () => {
  it.each([
    ['leaves large ones alone', [5, 9], { m0: 5, m1: 9 }],
    ['merges those under five', [3, 20, 4], { m1: 20, other: 7 }],
    ['merges the next smallest as well when they are not enough', [3, 20, 9], { m1: 20, other: 12 }],
    ['merges no more than it must', [1, 2, 2, 6], { m3: 6, other: 5 }],
    ['merges all when there is not more', [1, 2], { other: 3 }],
    ['counts nothing when nothing was lent', [], {}],
  ])('%s: %j', (_, counts, cells) => {
    expect(Object.fromEntries(mergeSmall(tallies(...counts)).map(({ value, loans }) => [value, loans]))).toEqual(cells)
  })
})

const loans = fc.array(
  fc.record<CountedLoan>({
    borrowerGroup: fc.constantFrom('adult', 'adult', 'adult', 'child', 'institution', 'staff'),
    municipality: fc.constantFrom(null, ...['851', '851', '851', '101', '751'].map((code) => code as MunicipalityCode)),
    ageClass: fc.constantFrom('adult', 'adult', 'child'),
  }),
  { maxLength: 60, size: 'max' },
)
const tables = ['borrowerGroup', 'municipality', 'ageClass'] as const

describe("a month's statistics", () => {
  it('count every loan once in each table', () => {
    fc.assert(
      fc.property(loans, (all) => {
        const sums = tables.map((by) =>
          cellsOf(all)
            .filter((cell) => cell.by === by)
            .reduce((sum, cell) => sum + cell.loans, 0),
        )
        expect(sums).toEqual([all.length, all.length, all.length])
      }),
    )
  })

  it('hold no cell under five, but the single one of a month with fewer loans', () => {
    fc.assert(
      fc.property(loans, (all) => {
        const small = cellsOf(all).filter((cell) => cell.loans < smallestCell)
        expect(small).toEqual(
          all.length === 0 || all.length >= smallestCell
            ? []
            : tables.map((by) => ({ by, value: otherValue, loans: all.length })),
        )
      }),
    )
  })

  it('never give a small value back as the difference between a total and the rest', () => {
    fc.assert(
      fc.property(loans, fc.constantFrom(...tables), (all, by) => {
        const named = new Set(cellsOf(all).flatMap((cell) => (cell.by === by ? [cell.value] : [])))
        const missing = all.filter((loan) => !named.has(loan[by] ?? 'unknown')).length
        expect(missing === 0 || missing >= smallestCell || missing === all.length).toBe(true)
      }),
    )
  })

  it('tell nothing of the order of loans', () => {
    fc.assert(fc.property(loans, (all) => expect(cellsOf([...all].reverse())).toEqual(cellsOf(all))))
  })
})
