import fc from 'fast-check'
import {
  mergeSmallTallies,
  valueOfMergedTallies,
  smallestCellSize,
} from '../../../domain/calendar/statistics/merge-small-tallies'
import { statisticsCellsOf, type LoanInStatistics } from '../../../domain/calendar/statistics/statistics-cells'
import type { MunicipalityCode } from '../../../domain/values/ids'

const tallies = (...counts: ReadonlyArray<number>) => counts.map((loans, index) => ({ value: `m${index}`, loans }))

describe('merging small cells', () => {
  it.each([
    ['leaves large cells unchanged', [5, 9], { m0: 5, m1: 9 }],
    ['merges those under five', [3, 20, 4], { m1: 20, other: 7 }],
    ['merges the next smallest too when the merged cell would be under five', [3, 20, 9], { m1: 20, other: 12 }],
    ['merges no more than necessary', [1, 2, 2, 6], { m3: 6, other: 5 }],
    ['merges all when there are fewer than five loans', [1, 2], { other: 3 }],
    ['is empty without loans', [], {}],
  ])('%s: %j', (_, counts, cells) => {
    expect(Object.fromEntries(mergeSmallTallies(tallies(...counts)).map(({ value, loans }) => [value, loans]))).toEqual(
      cells,
    )
  })
})

const loans = fc.array(
  fc.record<LoanInStatistics>({
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
          statisticsCellsOf(all)
            .filter((cell) => cell.by === by)
            .reduce((sum, cell) => sum + cell.loans, 0),
        )
        expect(sums).toEqual([all.length, all.length, all.length])
      }),
    )
  })

  it('hold no cell under five, except in a month with fewer loans', () => {
    fc.assert(
      fc.property(loans, (all) => {
        const small = statisticsCellsOf(all).filter((cell) => cell.loans < smallestCellSize)
        expect(small).toEqual(
          all.length === 0 || all.length >= smallestCellSize
            ? []
            : tables.map((by) => ({ by, value: valueOfMergedTallies, loans: all.length })),
        )
      }),
    )
  })

  it('never reveal a small value as the difference between a total and the other cells', () => {
    fc.assert(
      fc.property(loans, fc.constantFrom(...tables), (all, by) => {
        const named = new Set(statisticsCellsOf(all).flatMap((cell) => (cell.by === by ? [cell.value] : [])))
        const missing = all.filter((loan) => !named.has(loan[by] ?? 'unknown')).length
        expect(missing === 0 || missing >= smallestCellSize || missing === all.length).toBe(true)
      }),
    )
  })

  it('do not depend on the order of loans', () => {
    fc.assert(
      fc.property(loans, (all) => expect(statisticsCellsOf([...all].reverse())).toEqual(statisticsCellsOf(all))),
    )
  })
})
