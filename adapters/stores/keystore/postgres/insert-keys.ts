import * as E from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { ScopeId } from '../../../../domain/values/ids'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyRowExists } from '../../../../retention/keys/key-store'
import { batcher } from '../../../system/concurrency/batcher'
import { sqlStateOf } from '../../postgres/postgres-failure'
import { insertKeysStatement } from './postgres-key-statements'

type Rows = ReadonlyArray<LivingKeyRow>
type InsertResult = E.Either<KeyRowExists, void>

interface ScopeColumn {
  readonly scope: ScopeId
}

const uniqueViolation = '23505'

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
      throw error
    })

/** Whether one transaction inserted the rows of all callers. When a row exists already, it inserts nothing. */
const insertBatch = async (pool: Pool, batch: ReadonlyArray<Rows>): Promise<boolean> => {
  try {
    return E.isRight(await insertRows(pool)(batch.flat()))
  } catch (error) {
    if (isRowOfAnotherCaller(error)) return false
    throw error
  }
}

/**
 * Inserts the rows of a caller, all or none. The callers that arrive while a statement runs share the next one, and its
 * commit. When one of their rows exists already, each caller inserts its own rows.
 */
export const insertKeysInBatches = (pool: Pool): ((rows: Rows) => Promise<InsertResult>) =>
  batcher(async (batch: ReadonlyArray<Rows>) =>
    batch.length > 1 && (await insertBatch(pool, batch))
      ? batch.map(() => E.right(undefined))
      : Promise.all(batch.map(insertRowsOfCaller(pool))),
  )
