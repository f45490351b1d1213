import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import type { Change } from './change'
import type { Rows } from './rows'
import type { Table } from './table'

/** What is forgotten at one time: its class and id. */
export interface Scope {
  readonly class: ScopeClass
  readonly scope: ScopeId
}

/** A column by which rows go. */
export interface Way {
  readonly table: Table
  readonly column: string
}

type Tables = ReadonlyArray<Table>

/** By which columns of these tables rows go with a scope of some class. Each class is looked up once. */
export const waysOut = (tables: Tables): ((name: ScopeClass) => ReadonlyArray<Way>) => {
  const known = new Map<ScopeClass, ReadonlyArray<Way>>()
  const look = (name: ScopeClass): ReadonlyArray<Way> => {
    const ways = tables.flatMap((table) =>
      Object.entries(table.columns)
        .filter(([, column]) => column.class === name)
        .map(([column]) => ({ table, column })),
    )
    known.set(name, ways)
    return ways
  }
  return (name) => known.get(name) ?? look(name)
}

/** The changes by which every row that goes with one of the scopes goes. Nothing else is touched. */
export const purge = (tables: Tables): ((scopes: ReadonlyArray<Scope>) => ReadonlyArray<Change>) => {
  const waysOf = waysOut(tables)
  return (scopes) =>
    scopes.flatMap(({ class: name, scope }) =>
      waysOf(name).map(({ table, column }): Change => ({
        _tag: 'Remove',
        table: table.name,
        where: { [column]: scope },
      })),
    )
}

/** How many rows still go with a scope: 0 once it has been purged. */
export const count = (tables: Tables): ((scope: Scope) => (rows: Rows) => number) => {
  const waysOf = waysOut(tables)
  return ({ class: name, scope }) =>
    (rows) =>
      waysOf(name)
        .map(({ table, column }) => rows.count(table, { where: { [column]: scope } }))
        .reduce((total, next) => total + next, 0)
}
