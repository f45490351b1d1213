import type { SchemaMigrationBuilder } from '../../../postgres/migrate-postgres-schema'
import { appendWithCodesFunctionSql } from './0003-event-codes'

/**
 * `log.append` gives the position after the last one in range. A row that somebody wrote at a position out of range, which
 * no reader of the log reads, does not move the events that come after it out of range too.
 */
const appendInRange = appendWithCodesFunctionSql
  .replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION')
  .replace(
    '(SELECT max(position) FROM log.events)',
    '(SELECT max(position) FROM log.events WHERE position BETWEEN 1 AND 999999999999)',
  )

export const up = ({ sql }: SchemaMigrationBuilder): void => sql(appendInRange)
