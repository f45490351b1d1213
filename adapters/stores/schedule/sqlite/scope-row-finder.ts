import type { ScopeId } from '../../../../domain/values/ids'
import type { ScheduledScope } from '../../../../retention/schedule/scheduled-scope'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { decodeScheduledScopeRow, type ScheduledScopeRow } from './scheduled-scope-row'
import { uuidToColumn } from './uuid-column'

/** Finds the row of a scope without a certificate, whether a run has declared it or not. */
export const createScopeRowFinder = (db: SqliteDatabase): ((scope: ScopeId) => ScheduledScope | undefined) => {
  const undeclared = db.prepare<[Buffer], ScheduledScopeRow>('SELECT * FROM scopes WHERE scope = ?')
  const declared = db.prepare<[Buffer], ScheduledScopeRow>('SELECT * FROM declared_scopes WHERE scope = ?')
  return (scope) => {
    const scopeColumn = uuidToColumn(scope)
    const row = undeclared.get(scopeColumn) ?? declared.get(scopeColumn)
    return row && decodeScheduledScopeRow(row)
  }
}
