import type { ColumnValue } from './row-change'
import type { TableColumns, RowOfColumns, ReadModelTable } from './define-table'

type ColumnBounds<C extends TableColumns> = Readonly<Partial<Record<keyof C & string, ColumnValue>>>

type ColumnValueLists<C extends TableColumns> = Readonly<
  Partial<Record<keyof C & string, ReadonlyArray<string | number>>>
>

/** Which rows, in which order, and at most how many. */
export interface RowQuery<C extends TableColumns> {
  readonly where?: Partial<RowOfColumns<C>>
  /** Rows whose column is one of these values. One statement for any number of them. */
  readonly oneOf?: ColumnValueLists<C>
  /** Rows whose column is at most this value. */
  readonly atMost?: ColumnBounds<C>
  /** Rows whose column is less than this value. */
  readonly lessThan?: ColumnBounds<C>
  /** Rows whose column is at least this value. */
  readonly atLeast?: ColumnBounds<C>
  /** Rows whose column is greater than this value. */
  readonly greaterThan?: ColumnBounds<C>
  /** Ascending, by these columns in this order. */
  readonly orderBy?: ReadonlyArray<keyof C & string>
  /** Descending, by these columns in this order. */
  readonly orderByDescending?: ReadonlyArray<keyof C & string>
  readonly limit?: number
}

/** Reads the rows of read models. Local to a process, so the functions are synchronous. */
export interface ReadModelRows {
  readonly find: <C extends TableColumns>(table: ReadModelTable<C>, find: RowQuery<C>) => ReadonlyArray<RowOfColumns<C>>
  /** Some columns of the rows found. Each column costs time, and borrowers' standings are read for every command. */
  readonly findColumns: <C extends TableColumns, N extends keyof C & string>(
    table: ReadModelTable<C>,
    names: ReadonlyArray<N>,
    find: RowQuery<C>,
  ) => ReadonlyArray<Pick<RowOfColumns<C>, N>>
  readonly count: <C extends TableColumns>(table: ReadModelTable<C>, find: RowQuery<C>) => number
  /** The sum of a column over the rows found; 0 when there are none. */
  readonly sum: <C extends TableColumns>(
    table: ReadModelTable<C>,
    column: keyof C & string,
    find: RowQuery<C>,
  ) => number
}

/** The first of the rows found, or undefined. */
export const findFirstRow = <C extends TableColumns>(
  rows: ReadModelRows,
  table: ReadModelTable<C>,
  find: RowQuery<C>,
): RowOfColumns<C> | undefined => rows.find(table, { ...find, limit: 1 })[0]
