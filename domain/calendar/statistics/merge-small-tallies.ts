/** The number of loans with one value. */
export interface LoanTally {
  readonly value: string
  readonly loans: number
}

/** The fewest loans that a value may have without being merged. */
export const smallestCellSize = 5

/** The value of merged cells. No group, municipality or age class has this name. */
export const valueOfMergedTallies = 'other'

const total = (tallies: ReadonlyArray<LoanTally>): number => tallies.reduce((loans, tally) => loans + tally.loans, 0)

const bySize = (a: LoanTally, b: LoanTally): number => a.loans - b.loans || (a.value < b.value ? -1 : 1)
const byValue = (a: LoanTally, b: LoanTally): number => (a.value < b.value ? -1 : 1)

/**
 * How many tallies, smallest first, are merged: all small ones, and further ones until the merged cell is large enough.
 */
const countToMerge = (rising: ReadonlyArray<LoanTally>): number => {
  const small = rising.filter(({ loans }) => loans < smallestCellSize).length
  const isEnough = (count: number): boolean => total(rising.slice(0, count)) >= smallestCellSize
  const enough = rising.findIndex((_, index) => index + 1 >= small && isEnough(index + 1)) + 1
  return small === 0 ? 0 : enough || rising.length
}

/**
 * Merges values with fewer than five loans. When the merged cell itself has fewer than five, the next smallest value is
 * merged too: otherwise the total of the table would reveal it. Sorted by value, the merged cell last.
 */
export const mergeSmallTallies = (tallies: ReadonlyArray<LoanTally>): ReadonlyArray<LoanTally> => {
  const rising = [...tallies].sort(bySize)
  const merged = countToMerge(rising)
  const own = rising.slice(merged).sort(byValue)
  return merged === 0 ? own : [...own, { value: valueOfMergedTallies, loans: total(rising.slice(0, merged)) }]
}
