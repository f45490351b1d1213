import * as E from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { ScopeId } from '../../../../domain/values/ids'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { EpochIsRetired, KeyRowExistsError } from '../../../../retention/keys/key-store'
import { batcher } from '../../../system/concurrency/batcher'
import { isPostgresSystemFailure, sqlStateOf } from '../../postgres/postgres-failure'
import { insertKeysStatement } from './postgres-key-statements'

type Rows = ReadonlyArray<LivingKeyRow>
type InsertResult = E.Either<KeyRowExistsError | EpochIsRetired, void>

interface ScopeColumn {
  readonly scope: ScopeId
}

const uniqueViolation = '23505'
const epochIsRetired = '55G01'

/** Two callers insert the same row, or another process has inserted it meanwhile. Nothing was written. */
const isRowOfAnotherCaller = (error: unknown): boolean => sqlStateOf(error) === uniqueViolation

const insertRows =
  (pool: Pool) =>
  async (rows: Rows): Promise<InsertResult> => {
    const existing = await pool.query<ScopeColumn>(insertKeysStatement(rows))
    const scopes = existing.rows.map(({ scope }) => scope)
    return scopes.length === 0 ? E.right(undefined) : E.left({ _tag: 'Exists', scopes })
  }

/** A second attempt finds the row that another process inserted at the same moment. */
const insertRowsOfCaller =
  (pool: Pool) =>
  (rows: Rows): Promise<InsertResult> =>
    insertRows(pool)(rows).catch((error: unknown) => {
      if (isRowOfAnotherCaller(error)) return insertRows(pool)(rows)
      if (sqlStateOf(error) === epochIsRetired) return E.left({ _tag: 'EpochIsRetired' })
      throw error
    })

/**
 * Whether one transaction inserted the rows of all callers. When a row exists already or is invalid, it inserts nothing.
 * Rejects when the server, disk or network fails.
 */
const insertBatch = async (pool: Pool, batch: ReadonlyArray<Rows>): Promise<boolean> => {
  try {
    return E.isRight(await insertRows(pool)(batch.flat()))
  } catch (error) {
    if (isPostgresSystemFailure(error)) throw error
    return false
  }
}

const inserted: PromiseSettledResult<InsertResult> = { status: 'fulfilled', value: E.right(undefined) }

/**
 * Inserts the rows of a caller, all or none. The callers that arrive while a statement runs share the next one, and its
 * commit. When that cannot be written, each caller inserts its own rows, and none is affected by another's failure.
 */
export const insertKeysInBatches = (pool: Pool): ((rows: Rows) => Promise<InsertResult>) => {
  const insert = batcher(async (batch: ReadonlyArray<Rows>) =>
    batch.length > 1 && (await insertBatch(pool, batch))
      ? batch.map(() => inserted)
      : Promise.allSettled(batch.map(insertRowsOfCaller(pool))),
  )
  return async (rows) => {
    const result = await insert(rows)
    if (result.status === 'rejected') throw result.reason
    return result.value
  }
}
