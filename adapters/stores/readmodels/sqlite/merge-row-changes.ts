import type {
  ColumnValues,
  IncrementColumns,
  RowChange,
  SetColumns,
} from '../../../../projections/read-model/row-change'
import type { ReadModelTable } from '../../../../projections/read-model/define-table'

/** Changes that a later change of the batch may join. */
interface OpenChanges {
  /** The index of the increment of a row, by its key. */
  readonly increments: Map<string, number>
  /** The index of the last `Set` of a row and of the same columns, by both. */
  readonly sets: Map<string, number>
}

/** Separates values: no column value contains it. */
const separator = '\u0000'

/** The values of the key columns as one text; undefined unless exactly these columns are compared, none with null. */
const rowIdentity = (key: ReadonlyArray<string>, cells: ColumnValues): string | undefined => {
  let identity = ''
  for (const column of key) {
    const value = cells[column]
    if (value === undefined || value === null) return undefined
    identity += separator + String(value)
  }
  return Object.keys(cells).length === key.length ? identity : undefined
}

const addAmounts = (one: IncrementColumns, other: IncrementColumns): IncrementColumns => {
  const amounts: Record<string, number> = { ...one.amounts }
  for (const [column, amount] of Object.entries(other.amounts)) amounts[column] = (amounts[column] ?? 0) + amount
  return { ...one, amounts }
}

/** A `Set` of one row without exceptions, by its row and columns. Undefined for another `Set`. */
const identityOfSet = (table: ReadModelTable, { where, values, unless }: SetColumns): string | undefined => {
  const row = rowIdentity(table.key, where)
  if (row === undefined || Object.keys(unless).length > 0) return undefined
  return Object.keys(values).join(separator) + row
}

/** Whether the change reads no column but the key. */
const isOfOneRow = (table: ReadModelTable, change: RowChange): boolean => {
  switch (change._tag) {
    case 'Put':
      return true
    case 'Set':
      return identityOfSet(table, change) !== undefined
    case 'Remove':
      return rowIdentity(table.key, change.where) !== undefined
    case 'Increment':
      return false
  }
}

/**
 * Merges the changes of a batch, so that a row with many changes is written less often: increments of one row are added
 * up, and a `Set` is left out when a later one sets the same columns of the same row. The rows afterwards are the same.
 * Increments are added up only while nothing else changes their table, and a `Set` is left out only while each change of
 * its table names one row by its key.
 */
export const mergeRowChanges = (tables: ReadonlyArray<ReadModelTable>) => {
  const tablesByName = new Map(tables.map((table) => [table.name, table]))
  return (changes: ReadonlyArray<RowChange>): ReadonlyArray<RowChange> => {
    const merged: Array<RowChange | undefined> = []
    const openByTable = new Map<string, OpenChanges>()
    const openChangesOf = (name: string): OpenChanges => {
      const known = openByTable.get(name)
      if (known !== undefined) return known
      const created = { increments: new Map<string, number>(), sets: new Map<string, number>() }
      openByTable.set(name, created)
      return created
    }
    const addIncrement = (table: ReadModelTable, { increments }: OpenChanges, change: IncrementColumns): void => {
      const row = rowIdentity(table.key, change.key)
      const index = row === undefined ? undefined : increments.get(row)
      const before = index === undefined ? undefined : merged[index]
      if (index !== undefined && before?._tag === 'Increment') merged[index] = addAmounts(before, change)
      else if (row !== undefined) increments.set(row, merged.push(change) - 1)
      else merged.push(change)
    }
    const addSet = (table: ReadModelTable, { sets }: OpenChanges, change: SetColumns): void => {
      const identity = identityOfSet(table, change)
      const index = identity === undefined ? undefined : sets.get(identity)
      if (index !== undefined) merged[index] = undefined
      const last = merged.push(change) - 1
      if (identity !== undefined) sets.set(identity, last)
    }
    for (const change of changes) {
      const table = tablesByName.get(change.table)
      if (table === undefined) {
        merged.push(change)
        continue
      }
      const open = openChangesOf(change.table)
      if (change._tag !== 'Increment') open.increments.clear()
      if (!isOfOneRow(table, change)) open.sets.clear()
      if (change._tag === 'Increment') addIncrement(table, open, change)
      else if (change._tag === 'Set') addSet(table, open, change)
      else merged.push(change)
    }
    return merged.filter((change) => change !== undefined)
  }
}
