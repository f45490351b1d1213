import { singleFlight } from './single-flight'

/**
 * Collects single calls into batches. The calls that arrive while a batch runs form the next batch, in order. `runBatch`
 * answers in the same order. When it rejects, every call of that batch rejects.
 */
export const batcher = <Q, A>(
  runBatch: (batch: ReadonlyArray<Q>) => Promise<ReadonlyArray<A>>,
): ((item: Q) => Promise<A>) => {
  let queued: Array<Q> = []
  const runNextBatch = singleFlight(() => {
    const batch = queued
    queued = []
    return runBatch(batch)
  })
  return async (item) => {
    const index = queued.push(item) - 1
    const answer = (await runNextBatch())[index]
    if (answer === undefined) throw new RangeError(`the batch has no answer for item ${String(index)}`)
    return answer
  }
}
