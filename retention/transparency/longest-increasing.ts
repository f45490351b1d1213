/** The last index in `ends` whose value is smaller than a value; -1 when there is none. The values grow with the index. */
const lastSmaller = (ends: ReadonlyArray<number>, values: ReadonlyArray<number>, value: number): number => {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[ends[middle] as number] as number) < value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The indexes of a longest part of a list, not necessarily connected, whose values grow. The values are all different. */
export const longestIncreasing = (values: ReadonlyArray<number>): ReadonlyArray<number> => {
  const ends: number[] = []
  const before: Array<number | undefined> = []
  values.forEach((value, index) => {
    const at = lastSmaller(ends, values, value)
    before.push(at === -1 ? undefined : ends[at])
    ends[at + 1] = index
  })
  const longest: number[] = []
  for (let at = ends.at(-1); at !== undefined; at = before[at]) longest.push(at)
  return longest.reverse()
}
