import * as E from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { CheckpointBusy } from '../../../../retention/keys/key-store'
import { sqlStateOf } from '../../postgres/postgres-failure'

const selectPartitionsWithDeadRows = `SELECT inhrelid::regclass::text AS name FROM pg_inherits
  WHERE inhparent = 'keystore.keys'::regclass AND pg_stat_get_dead_tuples(inhrelid) > 0`

/** By the server's own count. */
const partitionsWithDeadRows = async (pool: Pool): Promise<ReadonlyArray<string>> => {
  const { rows } = await pool.query<{ readonly name: string }>(selectPartitionsWithDeadRows)
  return rows.map(({ name }) => name)
}

const insufficientPrivilege = '42501'

/** Without the right to CHECKPOINT, the server's own checkpoint comes within minutes. */
const checkpoint = async (pool: Pool): Promise<void> => {
  try {
    await pool.query('CHECKPOINT')
  } catch (error) {
    if (sqlStateOf(error) !== insufficientPrivilege) throw error
  }
}

/**
 * Removes the dead rows of all partitions and writes their pages to disk. CheckpointBusy when an open transaction keeps
 * dead rows, or when the role does not own the table: then the server skips the vacuum.
 *
 * Bytes of destroyed wrapped keys may remain in unused parts of a page, and in the write-ahead log until its files are
 * recycled. They open nothing once the wrapping key of their epoch is destroyed; until then a certificate says
 * `horizon: open`.
 */
export const vacuumKeys = async (pool: Pool): Promise<E.Either<CheckpointBusy, void>> => {
  await pool.query('VACUUM keystore.keys')
  // A session reports late, and then the server counts rows that are removed already. It counts them at a vacuum.
  for (const partition of await partitionsWithDeadRows(pool)) await pool.query(`VACUUM ${partition}`)
  await checkpoint(pool)
  const left = await partitionsWithDeadRows(pool)
  return left.length === 0 ? E.right(undefined) : E.left({ _tag: 'CheckpointBusy' })
}
