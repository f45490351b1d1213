import type { SqliteDatabase } from '../../../adapters/stores/sqlite/open-sqlite-database'
import type { ColumnValues } from '../../../projections/read-model/row-change'
import type { PromiseName } from '../checks/broken-promise'
import type { InjectedFault, LibraryToInjectInto } from './injected-fault'
import { writeWhenFree } from './writable-files'

const quoted = (name: string): string => `"${name}"`

export const insertRow = (db: SqliteDatabase, table: string, row: ColumnValues): void => {
  const names = Object.keys(row)
  const places = names.map(() => '?').join()
  db.prepare(`INSERT INTO ${quoted(table)} (${names.map(quoted).join()}) VALUES (${places})`).run(Object.values(row))
}

export const deleteRow = (db: SqliteDatabase, table: string, column: string, value: unknown): void =>
  void db.prepare(`DELETE FROM ${quoted(table)} WHERE ${quoted(column)} = ?`).run(value)

/** A row of a scope that has gone is put back into a read model. */
export const rowPutBack = (promise: PromiseName, table: string, column: string): InjectedFault => ({
  promise,
  title: `a row of ${table} is put back`,
  inject: async ({ past, files, midnight }) => {
    const { gone } = midnight.year.groundTruth
    const row = past.goneRow(table, column, (scope) => gone.has(scope))
    await writeWhenFree(() => insertRow(files.readModels, table, row))
    return () => writeWhenFree(() => deleteRow(files.readModels, table, column, row[column]))
  },
})

/** A value of a living row is set to another one. */
export const valueChanged = (
  promise: PromiseName,
  table: string,
  column: string,
  value: string | number,
  key = 'borrower',
): InjectedFault => ({
  promise,
  title: `${column} of a row of ${table} is another one`,
  inject: async ({ files: { readModels } }: LibraryToInjectInto) => {
    const row = readModels
      .prepare<[string | number], Record<string, string | number | null>>(
        `SELECT * FROM ${quoted(table)} WHERE ${quoted(column)} IS NOT ? ORDER BY ${quoted(key)}`,
      )
      .get(value)
    if (row === undefined) throw new Error(`no row in ${table}`)
    const update = readModels.prepare(`UPDATE ${quoted(table)} SET ${quoted(column)} = ? WHERE ${quoted(key)} = ?`)
    await writeWhenFree(() => void update.run(value, row[key]))
    return () => writeWhenFree(() => void update.run(row[column], row[key]))
  },
})
