import type { ScopeClass } from '../../domain/event/scope-class'

/**
 * What becomes of a column's values:
 * - `open`: names no person; kept.
 * - `goesWith`: the id of a scope; the row goes when that scope is forgotten.
 * - `personal`: goes with the row, and so stands only in tables that have a `goesWith` column.
 */
export type Role = 'open' | 'goesWith' | 'personal'

export interface Column<
  V extends string | number = string | number,
  N extends boolean = boolean,
  R extends Role = Role,
> {
  readonly type: 'text' | 'integer'
  readonly nullable: N
  readonly role: R
  /** The class of the scopes whose ids a `goesWith` column holds. */
  readonly class?: ScopeClass
  /** Carries the type of the values; never set. */
  readonly value?: V
}

const column = <V extends string | number, N extends boolean, R extends Role>(
  type: 'text' | 'integer',
  nullable: N,
  role: R,
): Column<V, N, R> => ({ type, nullable, role })

export const openText = <V extends string = string>() => column<V, false, 'open'>('text', false, 'open')
export const openNumber = <V extends number = number>() => column<V, false, 'open'>('integer', false, 'open')
export const openTextOrNull = <V extends string = string>() => column<V, true, 'open'>('text', true, 'open')
export const openNumberOrNull = <V extends number = number>() => column<V, true, 'open'>('integer', true, 'open')

/** Holds the id of a scope; the row goes with it. A row may go with several, whichever is forgotten first. */
export const goesWith = <V extends string>(name: ScopeClass): Column<V, false, 'goesWith'> => ({
  ...column<V, false, 'goesWith'>('text', false, 'goesWith'),
  class: name,
})

export const personalText = <V extends string = string>() => column<V, false, 'personal'>('text', false, 'personal')
export const personalNumber = <V extends number = number>() =>
  column<V, false, 'personal'>('integer', false, 'personal')
export const personalTextOrNull = <V extends string = string>() => column<V, true, 'personal'>('text', true, 'personal')

export type Columns = Readonly<Record<string, Column>>
export type OpenColumns = Readonly<Record<string, Column<string | number, boolean, 'open'>>>

/** A row of a table, from its columns. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer V, infer N> ? (N extends true ? V | null : V) : never
}

/** A table of a read model: everything it holds is declared here, so that it can be purged and counted by scope. */
export interface Table<C extends Columns = Columns> {
  readonly name: string
  readonly columns: C
  readonly key: ReadonlyArray<string>
  /** Besides the key, and besides the columns that hold scopes: those can always be searched. */
  readonly indexes: ReadonlyArray<ReadonlyArray<string>>
}

/** The rows of a table. */
export type Row<T> = T extends Table<infer C> ? RowOf<C> : never

type RolesOf<C extends Columns> = C[keyof C]['role']
/** A table that holds personal values has a column that says with which scope its rows go. */
type SaysWhenItsRowsGo<C extends Columns> =
  'personal' extends RolesOf<C> ? ('goesWith' extends RolesOf<C> ? unknown : never) : unknown

export const table = <C extends Columns>(
  name: string,
  columns: C & SaysWhenItsRowsGo<C>,
  key: ReadonlyArray<keyof C & string>,
  indexes: ReadonlyArray<ReadonlyArray<keyof C & string>> = [],
): Table<C> => ({ name, columns, key, indexes })
