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

/** The columns of these tables that hold scope ids of a class. */
export const scopeColumnsOf =
  (tables: Tables) =>
  (name: ScopeClass): ReadonlyArray<ScopeColumn> =>
    tables.flatMap((table) =>
      Object.entries(table.columns)
        .filter(([, column]) => column.class === name)
        .map(([column]) => ({ table, column })),
    )

/** The changes that remove every row that is purged with one of the scopes, and no other row. */
export const purgeScopes = (tables: Tables) => {
  const columnsByClass = new Map<ScopeClass, ReadonlyArray<ScopeColumn>>()
  const columnsOf = (name: ScopeClass): ReadonlyArray<ScopeColumn> => {
    const columns = columnsByClass.get(name) ?? scopeColumnsOf(tables)(name)
    columnsByClass.set(name, columns)
    return columns
  }
  return (scopes: ReadonlyArray<ScopeToPurge>): ReadonlyArray<RowChange> =>
    scopes.flatMap(({ class: name, scope }) =>
      columnsOf(name).map(({ table, column }): RowChange => ({
        _tag: 'Remove',
        table: table.name,
        where: { [column]: scope },
      })),
    )
}

/** How many rows are purged with a scope: 0 after it has been purged. */
export const countRowsOfScope =
  (tables: Tables) =>
  ({ class: name, scope }: ScopeToPurge) =>
  (rows: ReadModelRows): number =>
    scopeColumnsOf(tables)(name)
      .map(({ table, column }) => rows.count(table, { where: { [column]: scope } }))
      .reduce((total, next) => total + next, 0)
