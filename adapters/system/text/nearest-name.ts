/** The number of characters to change, add or leave out to turn one text into the other. */
const editDistance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, character] of Array.from(one).entries()) {
    const next = [index + 1]
    for (let column = 1; column <= other.length; column += 1)
      next.push(
        Math.min(
          (next[column - 1] ?? 0) + 1,
          (row[column] ?? 0) + 1,
          (row[column - 1] ?? 0) + (character === other[column - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

/** The known name that a misspelled one most likely means; undefined when none is near. */
export const nearestName =
  (names: ReadonlyArray<string>) =>
  (misspelled: string): string | undefined => {
    const distance = (name: string): number => editDistance(misspelled.toLowerCase(), name.toLowerCase())
    const [nearest] = [...names].sort((one, other) => distance(one) - distance(other))
    return nearest !== undefined && distance(nearest) <= Math.max(2, nearest.length / 3) ? nearest : undefined
  }
