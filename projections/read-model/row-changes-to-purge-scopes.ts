import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import type { RowChange } from './row-change'
import type { ReadModelRows } from './read-model-rows'
import type { ReadModelTable } from './define-table'

/** A scope to be purged: its class and id. */
export interface ScopeToPurge {
  readonly class: ScopeClass
  readonly scope: ScopeId
}

/** A column that holds ids of scopes: its rows are purged with them. */
export interface ScopeColumn {
  readonly table: ReadModelTable
  readonly column: string
}

type Tables = ReadonlyArray<ReadModelTable>

const findScopeColumns = (tables: Tables, name: ScopeClass): ReadonlyArray<ScopeColumn> =>
  tables.flatMap((table) =>
    Object.entries(table.columns)
      .filter(([, column]) => column.class === name)
      .map(([column]) => ({ table, column })),
  )

/** The columns of these tables that hold scope ids of a class. Searches the tables once for each class. */
const scopeColumnsOf = (tables: Tables): ((name: ScopeClass) => ReadonlyArray<ScopeColumn>) => {
  const byClass = new Map<ScopeClass, ReadonlyArray<ScopeColumn>>()
  return (name) => {
    const columns = byClass.get(name) ?? findScopeColumns(tables, name)
    byClass.set(name, columns)
    return columns
  }
}

/** The changes that remove every row that is purged with one of the scopes, and no other row. */
export const rowChangesToPurgeScopes = (
  tables: Tables,
): ((scopes: ReadonlyArray<ScopeToPurge>) => ReadonlyArray<RowChange>) => {
  const columnsOf = scopeColumnsOf(tables)
  return (scopes) =>
    scopes.flatMap(({ class: name, scope }) =>
      columnsOf(name).map(({ table, column }): RowChange => ({
        _tag: 'Remove',
        table: table.name,
        where: { [column]: scope },
      })),
    )
}

/** How many rows are purged with a scope: 0 after it has been purged. */
export const countRowsOfScope = (tables: Tables): ((scope: ScopeToPurge) => (rows: ReadModelRows) => number) => {
  const columnsOf = scopeColumnsOf(tables)
  return ({ class: name, scope }) =>
    (rows) =>
      columnsOf(name)
        .map(({ table, column }) => rows.count(table, { where: { [column]: scope } }))
        .reduce((total, next) => total + next, 0)
}
