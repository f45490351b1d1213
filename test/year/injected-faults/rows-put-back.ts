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

/** A disclosure is listed that the library did not make. */
export const disclosureInvented: InjectedFault = {
  promise: 'disclosures',
  title: 'a disclosure is listed that nobody made',
  inject: async ({ files: { readModels } }) => {
    const disclosure = '00000000-0000-4000-8000-000000000001'
    const row = { disclosure, madeIn: '2026-05', recipient: 'Politiet', basis: 'retsplejeloven', caseNumber: '1' }
    await writeWhenFree(() => insertRow(readModels, 'disclosures', row))
    return () => writeWhenFree(() => deleteRow(readModels, 'disclosures', 'disclosure', disclosure))
  },
}

/** A month's count of messages is listed that no closing made. */
export const messageCountInvented: InjectedFault = {
  promise: 'messageCounts',
  title: 'a count of messages is listed that no closing made',
  inject: async ({ files: { readModels } }) => {
    const messageCount = '00000000-0000-4000-8000-000000000002'
    const row = { messageCount, borrower: messageCount, month: '2026-05', counts: '[]' }
    await writeWhenFree(() => insertRow(readModels, 'messageCounts', row))
    return () => writeWhenFree(() => deleteRow(readModels, 'messageCounts', 'messageCount', messageCount))
  },
}

/** An opening of a record is listed that nobody made. */
export const accessInvented: InjectedFault = {
  promise: 'accesses',
  title: 'an opening of a record is listed that nobody made',
  inject: async ({ files: { readModels } }) => {
    const access = '00000000-0000-4000-8000-000000000003'
    const why = { role: 'staff', reason: 'Brev', opened: 'nameAndAddress', staffNumber: 'M-17' }
    const row = { access, borrower: access, month: '2026-05', day: '2026-05-04', ...why }
    await writeWhenFree(() => insertRow(readModels, 'accesses', row))
    return () => writeWhenFree(() => deleteRow(readModels, 'accesses', 'access', access))
  },
}

/** It is listed that a borrower was looked at in a month, and no closing wrote it. */
export const viewInvented: InjectedFault = {
  promise: 'accesses',
  title: 'a month in which somebody looked is listed that no closing wrote',
  inject: async ({ files: { readModels } }) => {
    const view = '00000000-0000-4000-8000-000000000004'
    await writeWhenFree(() => insertRow(readModels, 'views', { view, borrower: view, month: '2026-05', views: '[]' }))
    return () => writeWhenFree(() => deleteRow(readModels, 'views', 'view', view))
  },
}

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
