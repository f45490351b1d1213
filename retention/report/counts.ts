/** Counts by a key, such as a day. */
export type Counts<K> = ReadonlyMap<K, number>

/** Adds to the count of a key. */
export const addTo = <K>(counts: Map<K, number>, key: K, number = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + number)
}

export const sumOf = (counts: Counts<unknown>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)
