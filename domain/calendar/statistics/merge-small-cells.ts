import type { StatisticsCell } from '../events/month-counted'
import { isCountDerivableFromSum, type RangeOfCount } from './is-count-derivable-from-sum'
import type { CountedKind } from './statistics-tables'
import type { StatisticsTally, TallyOfValue } from './tally-items'

/** The fewest different borrowers that a cell may have without being merged. */
export const fewestBorrowersOfCell = 5

/** The value of merged cells. No branch, group, municipality or age class has this name. */
export const valueOfMergedCells = 'other'

const isSmall = ({ borrowers }: TallyOfValue): boolean => borrowers < fewestBorrowersOfCell

const isLarge = (cell: TallyOfValue): boolean => !isSmall(cell)

/** A table whose small cells are merged. Of visitors of the website, addresses stand for borrowers. */
interface TallyToMerge extends Pick<StatisticsTally, 'borrowers' | 'values'> {
  readonly of: CountedKind | 'visitors'
}

/** What is counted by heads: then the count of a cell says how many people it has. */
const kindsCountedByHeads: ReadonlySet<TallyToMerge['of']> = new Set(['activeBorrowers', 'visitors'])

const sumOf = (cells: ReadonlyArray<TallyOfValue>): number => cells.reduce((sum, { count }) => sum + count, 0)

interface MergedAndOwn {
  readonly merged: ReadonlyArray<TallyOfValue>
  readonly own: ReadonlyArray<TallyOfValue>
}

/**
 * The counts that a merged cell may have had, for somebody who knows this rule and whether the cell is small. A cell
 * that joins has fewer borrowers than each that does not; how many those have is told where borrowers are counted.
 */
const rangeOf =
  ({ of }: TallyToMerge, own: ReadonlyArray<TallyOfValue>) =>
  (cell: TallyOfValue): RangeOfCount => {
    const least = isSmall(cell) ? 1 : fewestBorrowersOfCell
    if (!kindsCountedByHeads.has(of)) return { least, most: Infinity }
    return { least, most: isSmall(cell) ? fewestBorrowersOfCell - 1 : Math.min(...own.map(({ count }) => count)) - 1 }
  }

/** Whether the merged cells hide too little: a small one has no large one beside it, or their sum tells its count. */
const hideTooLittle =
  (tally: TallyToMerge) =>
  ({ merged, own }: MergedAndOwn): boolean => {
    const ranges = merged.map(rangeOf(tally, own))
    return (
      merged.some(isSmall) &&
      (!merged.some(isLarge) ||
        merged.some((cell, index) => isSmall(cell) && isCountDerivableFromSum(sumOf(merged), ranges, index)))
    )
  }

/** Moves the cells with the fewest borrowers to the merged ones. Two with equally many move together. */
const mergeNext = ({ merged, own }: MergedAndOwn): MergedAndOwn => {
  const fewest = Math.min(...own.map(({ borrowers }) => borrowers))
  const isNext = ({ borrowers }: TallyOfValue): boolean => borrowers === fewest
  return { merged: [...merged, ...own.filter(isNext)], own: own.filter((cell) => !isNext(cell)) }
}

const mergeUntilHidden =
  (tally: TallyToMerge) =>
  (cells: MergedAndOwn): MergedAndOwn =>
    cells.own.length > 0 && hideTooLittle(tally)(cells) ? mergeUntilHidden(tally)(mergeNext(cells)) : cells

/**
 * Merges the cells with fewer than five borrowers and those that may not be named, together with the cell that has the
 * fewest borrowers of the others: so nobody can tell which of them is small. Further cells join until the sum tells no
 * small count, also not to somebody who knows which are small. A table of fewer than five borrowers has no cells. The
 * merged cell stands last.
 */
export const mergeSmallCells =
  (mayBeNamed: (value: string) => boolean) =>
  (tally: TallyToMerge): ReadonlyArray<StatisticsCell> => {
    if (tally.borrowers < fewestBorrowersOfCell) return []
    const isMerged = (cell: TallyOfValue): boolean => isSmall(cell) || !mayBeNamed(cell.value)
    const start = { merged: tally.values.filter(isMerged), own: tally.values.filter((cell) => !isMerged(cell)) }
    const { merged, own } = mergeUntilHidden(tally)(start)
    const named = own.map(({ value, count }) => ({ value, count }))
    return merged.length === 0 ? named : [...named, { value: valueOfMergedCells, count: sumOf(merged) }]
  }
