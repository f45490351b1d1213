import type { Pool, QueryConfig, QueryResultRow } from 'pg'
import type { ScopeId } from '../../../../domain/values/ids'
import { startOfNextPartitionPageStatement } from './postgres-key-statements'

/**
 * Reads the next rows after a scope id; none after the last one. A statement that finds no row in its part of the
 * partitions is followed by one for the next part. A partition that is split meanwhile only makes a part smaller. Rejects
 * as the driver.
 */
export const readKeyPage = async <Row extends QueryResultRow>(
  pool: Pool,
  statementAfter: (after: ScopeId | undefined) => QueryConfig,
  after: ScopeId | undefined,
): Promise<ReadonlyArray<Row>> => {
  const { rows } = await pool.query<Row>(statementAfter(after))
  if (rows.length > 0) return rows
  const next = await pool.query<{ readonly lower: ScopeId }>(startOfNextPartitionPageStatement(after))
  return next.rows[0] === undefined ? [] : readKeyPage(pool, statementAfter, next.rows[0].lower)
}
