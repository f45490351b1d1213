import * as E from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { ScopeId } from '../../../../domain/values/ids'
import type { CheckpointBusy } from '../../../../retention/keys/key-store'
import { sqlStateOf } from '../../postgres/postgres-failure'

interface NamedPartition {
  readonly name: string
}

const selectPartitionsWithDeadRows = `SELECT inhrelid::regclass::text AS name FROM pg_inherits
  WHERE inhparent = 'keystore.keys'::regclass AND pg_stat_get_dead_tuples(inhrelid) > 0`

const selectPartitionsOfScopes = `SELECT DISTINCT keystore.name_of(
    (SELECT lower FROM keystore.partitions WHERE lower <= scope ORDER BY lower DESC LIMIT 1)
  ) AS name FROM unnest($1::uuid[]) AS given (scope)`

const namesOf = async (pool: Pool, text: string, values: ReadonlyArray<unknown> = []): Promise<ReadonlyArray<string>> =>
  (await pool.query<NamedPartition>(text, [...values])).rows.map(({ name }) => name)

/** By the server's own count. */
const partitionsWithDeadRows = (pool: Pool): Promise<ReadonlyArray<string>> =>
  namesOf(pool, selectPartitionsWithDeadRows)

const vacuum = async (pool: Pool, tables: ReadonlyArray<string>): Promise<void> => {
  for (const table of tables) await pool.query(`VACUUM ${table}`)
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

/** Removes dead rows from the table of keys. */
export interface KeyVacuum {
  /** A statement has changed the rows of these scopes, or has failed: the next vacuum is of their partitions as well. */
  readonly changed: (scopes: ReadonlyArray<ScopeId>) => void
  /**
   * Removes dead rows and writes the pages to disk: first of all partitions, then of those with changed scopes and those
   * in which the server counts dead rows. The server may count late, or anew after a crash, so its count alone does not
   * tell. CheckpointBusy when an open transaction keeps dead rows, or when the role does not own the table: then the
   * server skips the vacuum.
   *
   * Bytes of destroyed wrapped keys may remain in unused parts of a page, and in the write-ahead log until its files are
   * recycled. They open nothing once the wrapping key of their epoch is destroyed; until then a certificate says
   * `horizon: open`.
   */
  readonly run: () => Promise<E.Either<CheckpointBusy, void>>
}

const allPartitions = ['keystore.keys']

/** Rejects as the driver. */
export const createKeyVacuum = (pool: Pool): KeyVacuum => {
  let changed: ReadonlySet<ScopeId> | 'all' = 'all'
  const add = (scopes: Iterable<ScopeId> | 'all'): void => {
    changed = changed === 'all' || scopes === 'all' ? 'all' : new Set([...changed, ...scopes])
  }
  const vacuumChanged = async (scopes: typeof changed): Promise<E.Either<CheckpointBusy, void>> => {
    const names = scopes === 'all' ? allPartitions : await namesOf(pool, selectPartitionsOfScopes, [[...scopes]])
    await vacuum(pool, names)
    // A session reports late, and then the server counts rows that are removed already. It counts them at a vacuum.
    await vacuum(pool, await partitionsWithDeadRows(pool))
    await checkpoint(pool)
    const left = await partitionsWithDeadRows(pool)
    return left.length === 0 ? E.right(undefined) : E.left({ _tag: 'CheckpointBusy' })
  }
  return {
    changed: add,
    run: async () => {
      const scopes = changed
      changed = new Set()
      try {
        const outcome = await vacuumChanged(scopes)
        if (E.isLeft(outcome)) add(scopes)
        return outcome
      } catch (error) {
        add(scopes)
        throw error
      }
    },
  }
}
