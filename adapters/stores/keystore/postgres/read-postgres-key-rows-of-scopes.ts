import * as RA from 'fp-ts/ReadonlyArray'
import type { Pool } from 'pg'
import type { ScopeId } from '../../../../domain/values/ids'
import type { PostgresKeyRow } from './postgres-key-row'
import { findKeysStatement, maxScopesPerStatement } from './postgres-key-statements'

/** Reads the rows of scopes, some scopes at a time. Rejects as the driver. */
export const findPostgresKeyRows = async (
  pool: Pool,
  scopes: ReadonlyArray<ScopeId>,
): Promise<ReadonlyArray<PostgresKeyRow>> => {
  const found: PostgresKeyRow[] = []
  for (const some of RA.chunksOf(maxScopesPerStatement)(scopes))
    found.push(...(await pool.query<PostgresKeyRow>(findKeysStatement(some))).rows)
  return found
}
