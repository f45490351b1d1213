import type { ColumnValue, ColumnValues } from '../../../../projections/read-model/row-change'
import { quoteIdentifier } from './statements-to-create-table'

/** The SQL condition that columns equal values, null included. */
export const whereEqual = (cells: ColumnValues): string =>
  Object.keys(cells)
    .map((name) => (cells[name] === null ? `${quoteIdentifier(name)} IS NULL` : `${quoteIdentifier(name)} = ?`))
    .join(' AND ')

export const valuesOfWhereConditions = (cells: ColumnValues): ReadonlyArray<ColumnValue> =>
  Object.values(cells).filter((cell) => cell !== null)

/** The SQL condition that columns have one of the values of a JSON list. */
export const whereOneOf = (lists: object): string =>
  Object.keys(lists)
    .map((name) => `${quoteIdentifier(name)} IN (SELECT value FROM json_each(?))`)
    .join(' AND ')

const whereCompared =
  (operator: string) =>
  (cells: ColumnValues): string =>
    Object.keys(cells)
      .map((name) => `${quoteIdentifier(name)} ${operator} ?`)
      .join(' AND ')

export const whereAtMost = whereCompared('<=')
export const whereLessThan = whereCompared('<')
export const whereAtLeast = whereCompared('>=')
export const whereMoreThan = whereCompared('>')
