/** Ms, where each command waits for the writing of one batch, and may be committed with the next. */
const usualTargetMs = 8

const [smallest, largest] = [200, 2000]

/** The number of rows of a batch, found from the time that the batch before took. */
export interface AdaptiveBatchSize {
  readonly rows: () => number
  /** Runs the writing of a batch of so many rows, and measures it. */
  readonly measure: <A>(rows: number, write: () => Promise<A>) => Promise<A>
}

/** `targetMs`: how long the writing of one batch shall take. */
export const createAdaptiveBatchSize = (elapsed: () => number, targetMs = usualTargetMs): AdaptiveBatchSize => {
  let rows = smallest
  return {
    rows: () => rows,
    measure: async (written, write) => {
      const start = elapsed()
      const result = await write()
      const fitting = (written * targetMs) / Math.max(elapsed() - start, 1)
      // Twice as many at the most: one quick commit says little.
      rows = Math.round(Math.min(Math.max(fitting, smallest), largest, 2 * rows))
      return result
    },
  }
}
