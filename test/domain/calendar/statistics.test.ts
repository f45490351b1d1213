import fc from 'fast-check'
import {
  fewestBorrowersOfCell,
  mergeSmallCells,
  valueOfMergedCells,
} from '../../../domain/calendar/statistics/merge-small-cells'
import type { ItemToCount } from '../../../domain/calendar/statistics/item-to-count'
import { publishTallies } from '../../../domain/calendar/statistics/publish-tallies'
import { countedKinds, tablesOfMonth } from '../../../domain/calendar/statistics/statistics-tables'
import { startTallyOf, type StatisticsTally } from '../../../domain/calendar/statistics/tally-items'
import type { BorrowerId } from '../../../domain/values/ids'
import { numberedUuid } from '../../fixtures/numbered-uuid'

type Cell = readonly [count: number, borrowers: number]

/** A table of loans by municipality, whose cells have no borrower in common. */
const loansOf = (...cells: ReadonlyArray<Cell>): StatisticsTally => ({
  ...({ of: 'loans', by: 'municipality' } as const),
  borrowers: cells.reduce((sum, [, borrowers]) => sum + borrowers, 0),
  values: cells.map(([count, borrowers], index) => ({ value: `m${String(index)}`, count, borrowers })),
})
const activeOf = (...borrowers: ReadonlyArray<number>): StatisticsTally => ({
  ...loansOf(...borrowers.map((each) => [each, each] as const)),
  of: 'activeBorrowers',
})
const publishedOf = (tally: StatisticsTally) =>
  Object.fromEntries(mergeSmallCells(() => true)(tally).map(({ value, count }) => [value, count]))

describe('merging small cells', () => {
  it.each([
    ['leaves the cells of five borrowers and more', loansOf([5, 5], [90, 9]), { m0: 5, m1: 90 }],
    [
      'merges twenty loans of one borrower, because they tell of one',
      loansOf([20, 1], [30, 30], [9, 9]),
      { m1: 30, other: 29 },
    ],
    ['merges the cell of the fewest borrowers too', loansOf([3, 3], [20, 20], [9, 9], [4, 4]), { m1: 20, other: 16 }],
    [
      'merges two cells of equally few borrowers together',
      loansOf([8, 4], [6, 6], [7, 6], [9, 9]),
      { m3: 9, other: 21 },
    ],
    ['merges all when there is no larger cell', loansOf([3, 3], [4, 4]), { other: 7 }],
    ['says nothing of fewer than five borrowers', loansOf([60, 2], [40, 2]), {}],
    ['says nothing without loans', loansOf(), {}],
    ['merges a further cell when the sum of two leaves one count alone', activeOf(1, 5, 8, 9), { m3: 9, other: 14 }],
    [
      'merges a further cell when the sum is the largest that two can have',
      activeOf(4, 6, 7, 20),
      { m3: 20, other: 17 },
    ],
  ])('%s', (_, tally, published) => {
    expect(publishedOf(tally)).toEqual(published)
  })
})

const values = (borrower: number, item: number) => ({
  branch: `b${String(item % 3)}`,
  materialGroup: `g${String(item % 2)}`,
  borrowerGroup: ['adult', 'child', 'staff', 'institution'][borrower % 4]!,
  municipality: `m${String(borrower % 7)}`,
  ageClass: ['adult', 'child'][borrower % 2]!,
})
const arbitraryItems = fc.array(
  fc
    .record({ borrower: fc.option(fc.nat(40)), item: fc.nat(20), times: fc.integer({ min: 1, max: 3 }) })
    .map(({ borrower, item, times }): ItemToCount => {
      const id = borrower === null ? null : (numberedUuid(borrower) as BorrowerId)
      return { borrower: id, times, values: borrower === null ? { branch: 'b0' } : values(borrower, item) }
    }),
  { maxLength: 80, size: 'max' },
)
const tallyOf = (of: StatisticsTally['of'], items: ReadonlyArray<ItemToCount>) => {
  const tally = startTallyOf(of)
  for (const item of items) tally.add([item])
  return tally.result()
}
const total = (cells: ReadonlyArray<{ readonly count: number }>) => cells.reduce((sum, { count }) => sum + count, 0)
const wholeMonth = (items: ReadonlyArray<ItemToCount>) => countedKinds.flatMap((of) => tallyOf(of, items))

describe("a month's statistics", () => {
  it('count everything once in each table; those of fewer than five borrowers are left out', () => {
    fc.assert(
      fc.property(arbitraryItems, (items) => {
        const all = items.reduce((sum, { times }) => sum + times, 0)
        const tallies = wholeMonth(items)
        publishTallies(tallies).forEach(({ cells }, index) => {
          const isLeftOut = tallies[index]!.borrowers < fewestBorrowersOfCell && cells.length === 0
          expect(isLeftOut || total(cells) === all).toBe(true)
        })
      }),
    )
  })

  it('name no value of fewer than five borrowers, except where the log tells it anyway', () => {
    fc.assert(
      fc.property(arbitraryItems, (items) => {
        const tallies = wholeMonth(items)
        const merged = publishTallies(tallies).flatMap((table, index) =>
          tablesOfMonth[index]!.isOpen ? [] : [{ table, tally: tallies[index]! }],
        )
        for (const { table, tally } of merged) {
          const named = new Set(table.cells.map(({ value }) => value))
          expect(
            tally.values.filter(({ value, borrowers }) => borrowers < fewestBorrowersOfCell && named.has(value)),
          ).toEqual([])
        }
      }),
    )
  })

  it('name no group, municipality or age class that is merged among active borrowers', () => {
    const items = (of: 'loans' | 'activeBorrowers', groups: Readonly<Record<string, number>>) =>
      tallyOf(
        of,
        Object.entries(groups).flatMap(([borrowerGroup, amount]) =>
          Array.from({ length: amount }, (_, n): ItemToCount => {
            const borrower = numberedUuid(n + 100 * borrowerGroup.length) as BorrowerId
            return { borrower, times: 1, values: { ...values(0, 0), borrowerGroup } }
          }),
        ),
      )
    const tallies = [
      ...items('loans', { adult: 40, staff: 7 }),
      ...items('activeBorrowers', { adult: 50, staff: 8, institution: 2 }),
    ]
    const byGroup = publishTallies(tallies).filter(({ by }) => by === 'borrowerGroup')
    expect(byGroup.map(({ of, cells }) => [of, cells.map(({ value }) => value)])).toEqual([
      ['loans', ['adult', 'other']],
      ['activeBorrowers', ['adult', 'other']],
    ])
  })

  it('do not depend on the order of items', () => {
    fc.assert(
      fc.property(arbitraryItems, (items) => {
        expect(tallyOf('loans', [...items].reverse())).toEqual(tallyOf('loans', items))
      }),
    )
  })

  it('have each table once, and none of returns by what is known of borrowers', () => {
    const names = tablesOfMonth.map(({ of, by }) => `${of} ${by}`)
    expect(new Set(names).size).toBe(names.length)
    expect(tablesOfMonth.filter(({ of }) => of === 'returns').map(({ by }) => by)).toEqual(['branch', 'materialGroup'])
  })

  it('keep every table merged that the log does not tell openly', () => {
    const open = tablesOfMonth.filter(({ isOpen }) => isOpen).map(({ of, by }) => `${of} ${by}`)
    expect(open).toEqual([
      ...['loans branch', 'loans materialGroup', 'renewals branch', 'renewals materialGroup'],
      ...['returns branch', 'returns materialGroup', 'reservations materialGroup'],
    ])
    expect(valueOfMergedCells).toBe('other')
  })
})
