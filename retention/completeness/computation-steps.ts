/** A computation in short steps. Whoever runs it may do other things between two of them. */
export type ComputationSteps<A> = Generator<void, A, void>

/** So many items take about a millisecond. */
const itemsInPart = 500

/** The items in parts, each small enough for one step. */
export const partsOf = function* <A>(items: Iterable<A>): Generator<ReadonlyArray<A>, void, void> {
  let part: A[] = []
  for (const item of items) {
    part.push(item)
    if (part.length < itemsInPart) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
