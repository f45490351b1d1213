import type { ScopeClass } from '../../domain/event/scope-class'

/**
 * The role of a column:
 * - `open`: names no person, and is kept.
 * - `purgedWith`: holds the id of a scope; the row is purged with that scope.
 * - `personal`: is purged with the row, so it is allowed only in tables that have a `purgedWith` column.
 */
type ColumnRole = 'open' | 'purgedWith' | 'personal'

interface ColumnDefinition<
  V extends string | number = string | number,
  N extends boolean = boolean,
  R extends ColumnRole = ColumnRole,
> {
  readonly type: 'text' | 'integer'
  readonly nullable: N
  readonly role: R
  /** The class of the scopes whose ids a `purgedWith` column holds. */
  readonly class?: ScopeClass
  /** The store writes a keyed hash of the value, and compares with that of a query. Nobody reads the value from it. */
  readonly isBlind?: true
  /** Only for the type checker: the type of the values. Never set. */
  readonly value?: V
}

const column = <V extends string | number, N extends boolean, R extends ColumnRole>(
  type: 'text' | 'integer',
  nullable: N,
  role: R,
): ColumnDefinition<V, N, R> => ({ type, nullable, role })

export const openTextColumn = <V extends string = string>() => column<V, false, 'open'>('text', false, 'open')
export const openNumberColumn = <V extends number = number>() => column<V, false, 'open'>('integer', false, 'open')
export const nullableOpenTextColumn = <V extends string = string>() => column<V, true, 'open'>('text', true, 'open')
export const nullableOpenNumberColumn = <V extends number = number>() =>
  column<V, true, 'open'>('integer', true, 'open')

/** A column with the id of a scope: the row is purged with it. With several such columns, the first erased scope purges it. */
export const purgedWithColumn = <V extends string>(name: ScopeClass): ColumnDefinition<V, false, 'purgedWith'> => ({
  ...column<V, false, 'purgedWith'>('text', false, 'purgedWith'),
  class: name,
})

/** The same for a scope that some rows do not have: those are purged with the other scopes of the row. */
export const nullablePurgedWithColumn = <V extends string>(
  name: ScopeClass,
): ColumnDefinition<V, true, 'purgedWith'> => ({
  ...column<V, true, 'purgedWith'>('text', true, 'purgedWith'),
  class: name,
})

export const personalTextColumn = <V extends string = string>() =>
  column<V, false, 'personal'>('text', false, 'personal')
export const personalNumberColumn = <V extends number = number>() =>
  column<V, false, 'personal'>('integer', false, 'personal')
export const nullablePersonalNumberColumn = <V extends number = number>() =>
  column<V, true, 'personal'>('integer', true, 'personal')
export const nullablePersonalTextColumn = <V extends string = string>() =>
  column<V, true, 'personal'>('text', true, 'personal')

/**
 * A column by which rows are found and that tells nothing by itself (blind index): the store keeps a keyed hash of the value
 * that a fold puts there. It goes with its row.
 */
export const nullableBlindIndexColumn = (): ColumnDefinition<string, true, 'personal'> => ({
  ...column<string, true, 'personal'>('text', true, 'personal'),
  isBlind: true,
})

export type TableColumns = Readonly<Record<string, ColumnDefinition>>
export type OpenTableColumns = Readonly<Record<string, ColumnDefinition<string | number, boolean, 'open'>>>

/** A row of a table, from its columns. */
export type RowOfColumns<C extends TableColumns> = {
  readonly [K in keyof C]: C[K] extends ColumnDefinition<infer V, infer N> ? (N extends true ? V | null : V) : never
}

/** A table of a read model, with all its columns, so that its rows can be purged and counted by scope. */
export interface ReadModelTable<C extends TableColumns = TableColumns> {
  readonly name: string
  readonly columns: C
  readonly key: ReadonlyArray<string>
  /** Indexes besides those on the key and on the `purgedWith` columns, which always exist. */
  readonly indexes: ReadonlyArray<ReadonlyArray<string>>
  /** Indexes that hold only the rows whose first column has a value: cheap where nearly all rows have none. */
  readonly indexesOfSetValues: ReadonlyArray<ReadonlyArray<string>>
  /** The names of the columns that are blind indexes. */
  readonly blindColumns: ReadonlyArray<string>
}

/** The rows of a table. */
export type TableRow<T> = T extends ReadModelTable<infer C> ? RowOfColumns<C> : never

type RolesOf<C extends TableColumns> = C[keyof C]['role']
/** A table with personal columns must have a `purgedWith` column; otherwise the type is `never`. */
type RequiresScopeColumn<C extends TableColumns> =
  'personal' extends RolesOf<C> ? ('purgedWith' extends RolesOf<C> ? unknown : never) : unknown

export const defineTable = <C extends TableColumns>(
  name: string,
  columns: C & RequiresScopeColumn<C>,
  key: ReadonlyArray<keyof C & string>,
  indexes: ReadonlyArray<ReadonlyArray<keyof C & string>> = [],
  indexesOfSetValues: ReadonlyArray<ReadonlyArray<keyof C & string>> = [],
): ReadModelTable<C> => ({
  ...{ name, columns, key, indexes, indexesOfSetValues },
  blindColumns: Object.entries<ColumnDefinition>(columns).flatMap(([column, { isBlind }]) => (isBlind ? [column] : [])),
})
