import { allReadModels } from '../../../projections/all-read-models'
import type { ColumnValues } from '../../../projections/read-model/row-change'
import { allReadModelRows } from '../../fixtures/in-memory-read-models'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'

/** The rows that read models have had. */
export interface PastRows {
  readonly note: () => void
  /** A row that a table has no more, because a scope in one of its columns went. */
  readonly goneRow: (table: string, column: string, isGone: (scope: string) => boolean) => ColumnValues
}

const keysOf: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  allReadModels.flatMap(({ tables }) => tables.map(({ name, key }) => [name, key] as const)),
)

export const createPastRows = (library: RunningLibrary): PastRows => {
  const seen = new Map<string, ColumnValues>()
  const idOf = (table: string, row: ColumnValues): string =>
    [table, ...(keysOf.get(table) ?? []).map((column) => String(row[column])), JSON.stringify(row)].join(' ')
  const note = (): void => {
    for (const [table, rows] of Object.entries(allReadModelRows(library)))
      for (const row of rows) seen.set(idOf(table, row), row)
  }
  const goneRow: PastRows['goneRow'] = (table, column, isGone) => {
    const present = new Set((allReadModelRows(library)[table] ?? []).map((row) => idOf(table, row)))
    for (const [id, row] of seen)
      if (id.startsWith(`${table} `) && !present.has(id) && isGone(String(row[column]))) return row
    throw new Error(`no row of ${table} has gone`)
  }
  return { note, goneRow }
}
