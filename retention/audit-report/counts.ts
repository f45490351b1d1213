/** Counts by a key, such as a day. */
export type CountsBy<K> = ReadonlyMap<K, number>

/** Adds to the count of a key. */
export const addToCount = <K>(counts: Map<K, number>, key: K, number = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + number)
}

export const sumOfCounts = (counts: CountsBy<unknown>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
