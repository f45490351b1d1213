/** How many loans fall under one value. */
export interface Tally {
  readonly value: string
  readonly loans: number
}

/** The fewest loans that may stand under a value of their own. */
export const smallestCell = 5

/** What smaller cells are merged under. No group, municipality or age class has this name. */
export const otherValue = 'other'

const total = (tallies: ReadonlyArray<Tally>): number => tallies.reduce((loans, tally) => loans + tally.loans, 0)

const bySize = (a: Tally, b: Tally): number => a.loans - b.loans || (a.value < b.value ? -1 : 1)
const byValue = (a: Tally, b: Tally): number => (a.value < b.value ? -1 : 1)

/** How many of the tallies, smallest first, are merged: all small ones, and more until they are enough together. */
const mergedOf = (rising: ReadonlyArray<Tally>): number => {
  const small = rising.filter(({ loans }) => loans < smallestCell).length
  const isEnough = (count: number): boolean => total(rising.slice(0, count)) >= smallestCell
  const enough = rising.findIndex((_, index) => index + 1 >= small && isEnough(index + 1)) + 1
  return small === 0 ? 0 : enough || rising.length
}

/**
 * Merges values with fewer than five loans, so that the totals of a table do not give them back: if all that is merged
 * were itself under five, the sum of the rest would tell it, and so the next smallest value is merged as well.
 * Sorted by value, what was merged last.
 */
export const mergeSmall = (tallies: ReadonlyArray<Tally>): ReadonlyArray<Tally> => {
  const rising = [...tallies].sort(bySize)
  const merged = mergedOf(rising)
  const own = rising.slice(merged).sort(byValue)
  return merged === 0 ? own : [...own, { value: otherValue, loans: total(rising.slice(0, merged)) }]
}
