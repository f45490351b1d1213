/** The least and the most that a count may be, as far as somebody knows who sees only a sum. */
export interface RangeOfCount {
  readonly least: number
  readonly most: number
}

/**
 * Whether the sum of counts within these ranges leaves one value alone for the count at an index. It may be anything
 * within its range that the others can make up for.
 */
export const isCountDerivableFromSum = (sum: number, ranges: ReadonlyArray<RangeOfCount>, index: number): boolean => {
  const own = ranges[index]
  if (own === undefined) return false
  const others = ranges.filter((_, at) => at !== index)
  const leastOfOthers = others.reduce((total, { least }) => total + least, 0)
  const mostOfOthers = others.reduce((total, { most }) => total + most, 0)
  return Math.min(own.most, sum - leastOfOthers) <= Math.max(own.least, sum - mostOfOthers)
}
