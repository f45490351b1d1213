import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { Add, Cell, Change, Put, Remove, Set } from '../../../projections/kernel/change'
import { bound, columnsOf, equals } from './conditions'
import { quoted } from './schema'
import type { Statements } from './statements'

const names = (cells: object): string => Object.keys(cells).map(quoted).join(', ')
const marks = (cells: object): string =>
  Object.keys(cells)
    .map(() => '?')
    .join(', ')

const putting = ({ table, row }: Put): string =>
  `INSERT OR REPLACE INTO ${quoted(table)} (${names(row)}) VALUES (${marks(row)})`

const setting = ({ table, cells, where, unless }: Set): string => {
  const assignments = Object.keys(cells).map((name) => `${quoted(name)} = ?`)
  const spared = Object.keys(unless).length === 0 ? '' : ` AND NOT (${equals(unless)})`
  return `UPDATE ${quoted(table)} SET ${assignments.join(', ')} WHERE ${equals(where)}${spared}`
}

const removing = ({ table, where }: Remove): string => `DELETE FROM ${quoted(table)} WHERE ${equals(where)}`

const adding = ({ table, key, amounts }: Add): string => {
  const sums = Object.keys(amounts).map((name) => `${quoted(name)} = ${quoted(name)} + excluded.${quoted(name)}`)
  const row = { ...key, ...amounts }
  return `INSERT INTO ${quoted(table)} (${names(row)}) VALUES (${marks(row)}) ON CONFLICT (${names(key)}) DO UPDATE SET ${sums.join(', ')}`
}

const statementOf = (change: Change): string => {
  switch (change._tag) {
    case 'Put':
      return putting(change)
    case 'Set':
      return setting(change)
    case 'Remove':
      return removing(change)
    case 'Add':
      return adding(change)
  }
}

const valuesOf = (change: Change): ReadonlyArray<Cell> => {
  switch (change._tag) {
    case 'Put':
      return Object.values(change.row)
    case 'Set':
      return [...Object.values(change.cells), ...bound(change.where), ...bound(change.unless)]
    case 'Remove':
      return bound(change.where)
    case 'Add':
      return [...Object.values(change.key), ...Object.values(change.amounts)]
  }
}

/** What tells changes of one statement from those of another; much shorter than the statement itself. */
const shapeOf = (change: Change): string => {
  switch (change._tag) {
    case 'Put':
      return `put ${change.table}${Object.keys(change.row).join()}`
    case 'Set':
      return `set ${change.table}${Object.keys(change.cells).join()} ${columnsOf(change.where)} ${columnsOf(change.unless)}`
    case 'Remove':
      return `remove ${change.table}${columnsOf(change.where)}`
    case 'Add':
      return `add ${change.table}${Object.keys(change.key).join()} ${Object.keys(change.amounts).join()}`
  }
}

/** Makes a change to the rows, within the transaction that is open. */
export const write = (prepared: Statements): ((change: Change) => void) => {
  const known = new Map<string, Statement>()
  return (change) => {
    const shape = shapeOf(change)
    const statement = known.get(shape) ?? prepared(statementOf(change))
    known.set(shape, statement)
    statement.run(...valuesOf(change))
  }
}
