import type { ReadModelTable, RowOfColumns, TableColumns } from '../../../projections/read-model/define-table'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { broken, type BrokenPromise, type PromiseName } from './broken-promise'

/** The rows that a table must have: exactly these, with these values. */
export interface ExpectedRows<C extends TableColumns> {
  readonly table: ReadModelTable<C>
  readonly key: keyof C & string
  readonly rows: ReadonlyArray<Partial<RowOfColumns<C>>>
  /** The promise that a row belongs to, and those of single columns that belong to another one. */
  readonly promise: PromiseName
  readonly promiseOfColumn?: Readonly<Partial<Record<keyof C & string, PromiseName>>>
}

/** Compares the values of one row. Every night thousands of rows are compared, nearly all of them equal. */
const compareRow = <C extends TableColumns>(
  { promise, promiseOfColumn }: ExpectedRows<C>,
  id: string,
  row: Pick<RowOfColumns<C>, keyof C & string>,
  expected: Partial<RowOfColumns<C>>,
): ReadonlyArray<BrokenPromise> => {
  const found: BrokenPromise[] = []
  const ofColumn: Readonly<Record<string, PromiseName | undefined>> = promiseOfColumn ?? {}
  for (const column in expected)
    if (row[column] !== expected[column]) found.push(broken(ofColumn[column] ?? promise, `a wrong ${column}`, id))
  return found
}

/** Compares a table with the rows that it must have. */
export const compareRows = <C extends TableColumns>(
  rows: ReadModelRows,
  expected: ExpectedRows<C>,
): ReadonlyArray<BrokenPromise> => {
  const { table, key, promise } = expected
  const due = new Map(expected.rows.map((row) => [String(row[key]), row]))
  const found: BrokenPromise[] = []
  const columns = new Set<keyof C & string>([key, ...Object.keys(expected.rows[0] ?? {})])
  for (const row of rows.findColumns(table, [...columns], {})) {
    const id = String(row[key])
    const mine = due.get(id)
    if (mine === undefined) found.push(broken(promise, `a row in ${table.name} that must be gone`, id))
    else found.push(...compareRow(expected, id, row, mine))
    due.delete(id)
  }
  return [...found, ...[...due.keys()].map((id) => broken(promise, `no row in ${table.name}`, id))]
}

/** Finds the rows of a table whose scope is not among those that live. */
export const findRowsOfOtherScopes = <C extends TableColumns>(
  rows: ReadModelRows,
  table: ReadModelTable<C>,
  column: keyof C & string,
  promise: PromiseName,
  isReadable: (scope: string) => boolean,
): ReadonlyArray<BrokenPromise> =>
  rows
    .findColumns(table, [column], {})
    .map((row) => String(row[column]))
    .filter((scope) => !isReadable(scope))
    .map((scope) => broken(promise, `a row in ${table.name} that must be gone`, scope))
