import * as E from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { CheckpointBusy } from '../../../../retention/keys/key-store'
import { sqlStateOf } from '../../postgres/postgres-failure'

const countDeadRows = `SELECT sum(pg_stat_get_dead_tuples(inhrelid))::integer AS rows
  FROM pg_inherits WHERE inhparent = 'keystore.keys'::regclass`

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
 * Removes the dead rows of all partitions and writes their pages to disk. CheckpointBusy when an open transaction keeps dead
 * rows, or when the role does not own the table: then the server skips the vacuum.
 *
 * Bytes of destroyed wrapped keys may remain in unused parts of a page, and in the write-ahead log until its files are
 * recycled. They open nothing once the wrapping key of their epoch is destroyed; until then a certificate says
 * `horizon: open`.
 */
export const vacuumKeys = async (pool: Pool): Promise<E.Either<CheckpointBusy, void>> => {
  await pool.query('VACUUM keystore.keys')
  await checkpoint(pool)
  const { rows } = await pool.query<{ readonly rows: number }>(countDeadRows)
  return rows[0]?.rows === 0 ? E.right(undefined) : E.left({ _tag: 'CheckpointBusy' })
}
