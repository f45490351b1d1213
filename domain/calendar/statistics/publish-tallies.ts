import type { StatisticsTable } from '../events/month-counted'
import { mergeSmallCells } from './merge-small-cells'
import { borrowerDimensions, tablesOfMonth, type StatisticsDimension } from './statistics-tables'
import type { StatisticsTally } from './tally-items'

const isOpenTable = ({ of, by }: StatisticsTally): boolean =>
  tablesOfMonth.some((table) => table.of === of && table.by === by && table.isOpen)

const isOfActiveBorrowers = ({ of }: StatisticsTally): boolean => of === 'activeBorrowers'

/** The values that the tables of active borrowers name, by dimension. */
type NamedValues = ReadonlyMap<StatisticsDimension, ReadonlySet<string>>

const valuesNamedByActiveBorrowers = (tallies: ReadonlyArray<StatisticsTally>): NamedValues =>
  new Map(
    tallies
      .filter(isOfActiveBorrowers)
      .map((tally) => [tally.by, new Set(mergeSmallCells(() => true)(tally).map(({ value }) => value))]),
  )

/**
 * Whether a table may name a value. Whoever borrows, renews or reserves is an active borrower: so a table of these names
 * no value that is merged among active borrowers. It would tell which of the merged ones is not small.
 */
const mayNameIn =
  (named: NamedValues) =>
  (tally: StatisticsTally) =>
  (value: string): boolean =>
    isOfActiveBorrowers(tally) || !borrowerDimensions.has(tally.by) || named.get(tally.by)?.has(value) === true

/** The tables that are published: as they are, where the log tells them anyway, and else with small cells merged. */
export const publishTallies = (tallies: ReadonlyArray<StatisticsTally>): ReadonlyArray<StatisticsTable> => {
  const mayName = mayNameIn(valuesNamedByActiveBorrowers(tallies))
  return tallies.map((tally) => ({
    ...{ of: tally.of, by: tally.by },
    cells: isOpenTable(tally)
      ? tally.values.map(({ value, count }) => ({ value, count }))
      : mergeSmallCells(mayName(tally))(tally),
  }))
}
