import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import { wipeWrappedKeysInMemory } from '../keys/key-row'
import { createAdaptiveBatchSize } from './adaptive-batch-size'
import type { RewrapPorts } from './rewrap-ports'
import type { RewrappedRows, RewrappingRowReader } from './rewrapping-row-reader'

/** How many rows were re-wrapped, and how many of older epochs could not be: they do not authenticate. */
export interface RewrapCount {
  readonly rewrapped: number
  readonly unusable: number
}

type Batch = E.Either<Unavailable, RewrappedRows | undefined>

const wipeBatch = (batch: Batch): void => {
  if (E.isRight(batch)) wipeWrappedKeysInMemory(batch.right?.rows ?? [])
}

/**
 * Wraps every living key of an older epoch in the current one, in batches whose size fits the time that writing takes.
 * While one batch is written, the next is made. Rows that were fenced meanwhile stay fenced. What was done stays done:
 * after an interruption it goes on where it stopped. Reports the rows re-wrapped so far.
 */
export const rewrapKeys =
  ({ store, elapsed, batchMs, giveWay }: RewrapPorts, rewrapping: RewrappingRowReader) =>
  async (report: (rewrapped: number) => void): Promise<E.Either<Unavailable, RewrapCount>> => {
    const size = createAdaptiveBatchSize(elapsed, batchMs)
    let [rewrapped, unusable] = [0, 0]
    let upcoming: Promise<Batch> = rewrapping.next(size.rows())()
    for (;;) {
      const batch = await upcoming
      if (E.isLeft(batch)) return batch
      if (batch.right === undefined) return E.right({ rewrapped, unusable })
      const { rows, unusable: found } = batch.right
      upcoming = rewrapping.next(size.rows())()
      const replaced = await size.measure(rows.length, store.replace(rows))
      wipeWrappedKeysInMemory(rows)
      if (E.isLeft(replaced)) {
        wipeBatch(await upcoming)
        return replaced
      }
      rewrapped += rows.length
      unusable += found
      report(rewrapped)
      await giveWay()
    }
  }
