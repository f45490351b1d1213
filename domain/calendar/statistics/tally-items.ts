import type { BorrowerId } from '../../values/ids'
import { unknownValue, type ItemToCount } from './item-to-count'
import { tablesOfMonth, type CountedKind, type StatisticsDimension } from './statistics-tables'

/** How many there are of one value, and how many different borrowers they are known to be of. */
export interface TallyOfValue {
  readonly value: string
  readonly count: number
  readonly borrowers: number
}

/** A table before small cells are merged. */
export interface StatisticsTally {
  readonly of: CountedKind
  readonly by: StatisticsDimension
  /** How many different borrowers the whole table is known to be of. */
  readonly borrowers: number
  readonly values: ReadonlyArray<TallyOfValue>
}

interface OpenTally {
  count: number
  readonly borrowers: Set<BorrowerId>
}

/** Adds items page by page, and then says what they come to. It holds the borrowers of each cell, and no item. */
interface TallyOfKind {
  readonly add: (items: ReadonlyArray<ItemToCount>) => void
  readonly result: () => ReadonlyArray<StatisticsTally>
}

const byValue = (a: TallyOfValue, b: TallyOfValue): number => (a.value < b.value ? -1 : 1)

/** Starts the tables of one kind. */
export const startTallyOf = (of: CountedKind): TallyOfKind => {
  const tables = tablesOfMonth
    .filter((table) => table.of === of)
    .map(({ by }) => ({ by, cells: new Map<string, OpenTally>() }))
  const all = new Set<BorrowerId>()
  const addToCell = (cells: Map<string, OpenTally>, value: string, { times, borrower }: ItemToCount): void => {
    const cell = cells.get(value) ?? { count: 0, borrowers: new Set() }
    cell.count += times
    if (borrower !== null) cell.borrowers.add(borrower)
    cells.set(value, cell)
  }
  return {
    add: (items) => {
      for (const item of items) {
        if (item.borrower !== null) all.add(item.borrower)
        for (const { by, cells } of tables) addToCell(cells, item.values[by] ?? unknownValue, item)
      }
    },
    result: () =>
      tables.map(({ by, cells }) => ({
        ...{ of, by, borrowers: all.size },
        values: Array.from(cells, ([value, { count, borrowers }]) => ({
          value,
          count,
          borrowers: borrowers.size,
        })).sort(byValue),
      })),
  }
}
