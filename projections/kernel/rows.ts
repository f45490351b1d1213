import type { Cell } from './change'
import type { Columns, RowOf, Table } from './table'

type Bounds<C extends Columns> = Readonly<Partial<Record<keyof C & string, Cell>>>

/** Which rows, in which order, and how many at most. */
export interface Find<C extends Columns> {
  readonly where?: Partial<RowOf<C>>
  /** Rows whose column is at most, or less than, a value. */
  readonly upTo?: Bounds<C>
  readonly below?: Bounds<C>
  /** Rows whose column is at least, or more than, a value. */
  readonly from?: Bounds<C>
  readonly after?: Bounds<C>
  /** Ascending, by these columns in turn. */
  readonly orderBy?: ReadonlyArray<keyof C & string>
  /** Descending instead. */
  readonly latestBy?: ReadonlyArray<keyof C & string>
  readonly limit?: number
}

/** Reading the rows of read models. Local to a process, so it answers at once. */
export interface Rows {
  readonly find: <C extends Columns>(table: Table<C>, find: Find<C>) => ReadonlyArray<RowOf<C>>
  /** Only some columns of the rows found: each one costs, and standings are asked for all the time. */
  readonly pick: <C extends Columns, N extends keyof C & string>(
    table: Table<C>,
    names: ReadonlyArray<N>,
    find: Find<C>,
  ) => ReadonlyArray<Pick<RowOf<C>, N>>
  readonly count: <C extends Columns>(table: Table<C>, find: Find<C>) => number
  /** The sum of a column over the rows found; 0 when there are none. */
  readonly total: <C extends Columns>(table: Table<C>, column: keyof C & string, find: Find<C>) => number
}

/** The first of the rows found, or undefined. */
export const first = <C extends Columns>(rows: Rows, table: Table<C>, find: Find<C>): RowOf<C> | undefined =>
  rows.find(table, { ...find, limit: 1 })[0]
