import type { Add, Cell, Change, Put, Remove, Set } from '../../../../projections/kernel/change'
import { bound, equals } from './conditions'
import { quoted } from './schema'
import { byCells, byNames, further, noWords, type Shape } from './shapes'
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

/** Where the statement of a change stands. */
const shapeOf = (all: Shape, change: Change): Shape => {
  const shape = further(further(all, change._tag), change.table)
  switch (change._tag) {
    case 'Put':
      return byNames(shape, Object.keys(change.row))
    case 'Set':
      return byCells(byCells(byNames(shape, Object.keys(change.cells)), change.where), change.unless)
    case 'Remove':
      return byCells(shape, change.where)
    case 'Add':
      return byNames(byNames(shape, Object.keys(change.key)), Object.keys(change.amounts))
  }
}

/** Makes a change to the rows, within the transaction that is open. */
export const write = (prepared: Statements): ((change: Change) => void) => {
  const all = noWords()
  return (change) => {
    const statement = (shapeOf(all, change).statement ??= prepared(statementOf(change)))
    statement.run(...valuesOf(change))
  }
}
