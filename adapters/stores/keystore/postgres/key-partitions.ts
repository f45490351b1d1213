import type { Pool } from 'pg'
import type { ScopeId } from '../../../../domain/values/ids'
import { delay } from '../../../system/concurrency/delay'
import { retryOnLockTimeout, type LockAttempts } from '../../postgres/retry-on-lock-timeout'

/**
 * A partition with more rows is split. One of so many is rewritten, and locked, for about 20 ms: see
 * `test/bench/rewrap/`.
 */
export const maxRowsOfPartition = 4000

/** A range of scope ids: from the first one to the one before `upper`, or to the last. */
interface KeyPartition {
  readonly lower: ScopeId
  readonly upper: ScopeId | null
}

/** A lock that commands hold is free after some ms. The roll waits up to half a minute for a session that reads all rows. */
const attemptsForRoll = { maxAttempts: 600, pauseMs: 50 }

/** Nobody waits for a split in the background, and the next look tries again. */
const attemptsInBackground = { ...attemptsForRoll, maxAttempts: 20 }

/** Ms between two partitions that are rewritten, in which commands have the server to themselves. */
const pauseBetweenPartitions = 10

const selectPartitions = 'SELECT lower, upper FROM keystore.partitions'

/** By the server's own count of rows, which is about a second old. */
const selectLargePartitions = `${selectPartitions}
  WHERE pg_stat_get_live_tuples(keystore.name_of(lower)::regclass) > ${String(maxRowsOfPartition)}`

const countRows = async (pool: Pool, { lower, upper }: KeyPartition): Promise<number> => {
  const { rows } = await pool.query<{ readonly count: number }>(
    'SELECT count(*)::integer AS count FROM keystore.keys WHERE scope >= $1 AND ($2::uuid IS NULL OR scope < $2)',
    [lower, upper],
  )
  return rows[0]?.count ?? 0
}

/** Answers the first scope id of the second half; null when it was not split. */
const splitPartition = async (
  pool: Pool,
  attempts: LockAttempts,
  { lower, upper }: KeyPartition,
): Promise<ScopeId | null> => {
  const { rows } = await retryOnLockTimeout(
    () => pool.query<{ readonly middle: ScopeId | null }>('SELECT keystore.split($1, $2) AS middle', [lower, upper]),
    attempts,
  )
  return rows[0]?.middle ?? null
}

/** Splits a partition, and its halves again, until none has too many rows. */
const splitWhileLarge = async (pool: Pool, attempts: LockAttempts, partition: KeyPartition): Promise<void> => {
  if ((await countRows(pool, partition)) <= maxRowsOfPartition) return
  const middle = await splitPartition(pool, attempts, partition)
  if (middle === null) return
  await splitWhileLarge(pool, attempts, { lower: partition.lower, upper: middle })
  await splitWhileLarge(pool, attempts, { lower: middle, upper: partition.upper })
}

/** Splits each partition that has too many rows. Rejects as the driver. */
export const splitLargeKeyPartitions = async (pool: Pool): Promise<void> => {
  const { rows } = await pool.query<KeyPartition>(selectLargePartitions)
  for (const partition of rows) await splitWhileLarge(pool, attemptsInBackground, partition)
}

/**
 * Rewrites one partition after the other, each in a transaction of its own, and splits those that have grown too large.
 * The order is random, so that a command that reads many partitions does not wait for each rewrite in turn. Rejects as the
 * driver.
 */
export const rewriteKeyPartitions = async (pool: Pool): Promise<void> => {
  const { rows: partitions } = await pool.query<KeyPartition>(`${selectPartitions} ORDER BY random()`)
  for (const partition of partitions) {
    const { rows } = await retryOnLockTimeout(
      () => pool.query<{ readonly count: number }>('SELECT keystore.rewrite($1) AS count', [partition.lower]),
      attemptsForRoll,
    )
    if ((rows[0]?.count ?? 0) > maxRowsOfPartition) await splitWhileLarge(pool, attemptsForRoll, partition)
    await delay(pauseBetweenPartitions)
  }
}
