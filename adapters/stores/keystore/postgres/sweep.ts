import * as E from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { CheckpointBusy } from '../../../../retention/keys/key-store'
import { sqlStateOf } from '../../postgres/failure'

const dead = "SELECT pg_stat_get_dead_tuples('keystore.keys'::regclass)::integer AS rows"

const mayNot = '42501'

/** A role that may not ask for a checkpoint waits for the server's own, which comes within minutes. */
const checkpoint = async (pool: Pool): Promise<void> => {
  try {
    await pool.query('CHECKPOINT')
  } catch (error) {
    if (sqlStateOf(error) !== mayNot) throw error
  }
}

/**
 * Takes the dead rows out of the table and has its pages written. Somebody's open transaction keeps rows from being
 * taken out: CheckpointBusy, and so it is for a role that does not own the table, which the server passes by.
 *
 * What it cannot reach: a page is put in order without being overwritten, and the write-ahead log keeps what was
 * written until its files are used again. Wrapped keys that were destroyed may stand there still; they open nothing
 * once the wrapping key of their epoch is gone, and until then a certificate says `horizon: open`.
 */
export const sweep = async (pool: Pool): Promise<E.Either<CheckpointBusy, void>> => {
  await pool.query('VACUUM keystore.keys')
  await checkpoint(pool)
  const { rows } = await pool.query<{ readonly rows: number }>(dead)
  return rows[0]?.rows === 0 ? E.right(undefined) : E.left({ _tag: 'CheckpointBusy' })
}
