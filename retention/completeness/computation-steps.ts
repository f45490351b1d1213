/** A computation in short steps. Whoever runs it may do other things between two of them. */
export type ComputationSteps<A> = Generator<void, A, void>

/** So many items take about a millisecond. */
const itemsInStep = 500

/** Does something with each item, a few hundred in a step. */
export const doForEachInSteps = function* <A>(items: Iterable<A>, use: (item: A) => void): ComputationSteps<void> {
  let used = 0
  for (const item of items) {
    use(item)
    used += 1
    if (used % itemsInStep === 0) yield
  }
}
