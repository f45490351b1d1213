import type { ScopeId } from '../../../../domain/values/ids'
import type { ScheduledScope } from '../../../../retention/schedule/scheduled-scope'
import type { SqliteDatabase } from '../../sqlite/open-database'
import { decodeScopeRow, type ScopeRow } from './scope-row'
import { uuidToColumn } from './uuid-column'

/** Finds the row of a scope without a certificate, whether a run has declared it or not. */
export const scopeRowFinder = (db: SqliteDatabase): ((scope: ScopeId) => ScheduledScope | undefined) => {
  const undeclared = db.prepare<[Buffer], ScopeRow>('SELECT * FROM scopes WHERE scope = ?')
  const declared = db.prepare<[Buffer], ScopeRow>('SELECT * FROM declared_scopes WHERE scope = ?')
  return (scope) => {
    const scopeColumn = uuidToColumn(scope)
    const row = undeclared.get(scopeColumn) ?? declared.get(scopeColumn)
    return row && decodeScopeRow(row)
  }
}
