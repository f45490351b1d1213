import type { Pool } from 'pg'
import { maxRowsOfPartition, splitLargeKeyPartitions } from './key-partitions'

/** So many rows are inserted between two looks for partitions that are too large. */
const rowsBetweenChecks = maxRowsOfPartition / 4

/** Splits partitions in the background while rows are inserted. */
export interface KeyPartitionSplitter {
  /** So many rows were inserted. */
  readonly added: (rows: number) => void
  /** Resolves when nothing runs in the background. */
  readonly settled: () => Promise<void>
}

/**
 * Looks for large partitions after a number of rows, one look at a time. What fails is left to the next look, or to the
 * rewriting of the partitions.
 */
export const createKeyTablePartitionSplitter = (pool: Pool): KeyPartitionSplitter => {
  let inserted = 0
  let running: Promise<void> | undefined
  return {
    added: (rows) => {
      inserted += rows
      if (inserted < rowsBetweenChecks || running !== undefined) return
      inserted = 0
      running = splitLargeKeyPartitions(pool)
        .catch(() => undefined)
        .finally(() => {
          running = undefined
        })
    },
    settled: async () => {
      await running
    },
  }
}
