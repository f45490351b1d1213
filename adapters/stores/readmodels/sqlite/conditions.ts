import type { Cell, Cells } from '../../../../projections/kernel/change'
import { quoted } from './schema'

export interface Conditions {
  readonly sql: string
  readonly values: ReadonlyArray<Cell>
}

/** Cells that equal, null included. */
export const equals = (cells: Cells): string =>
  Object.keys(cells)
    .map((name) => (cells[name] === null ? `${quoted(name)} IS NULL` : `${quoted(name)} = ?`))
    .join(' AND ')

export const bound = (cells: Cells): ReadonlyArray<Cell> => Object.values(cells).filter((cell) => cell !== null)

const compares =
  (operator: string) =>
  (cells: Cells): string =>
    Object.keys(cells)
      .map((name) => `${quoted(name)} ${operator} ?`)
      .join(' AND ')

export const atMost = compares('<=')
export const lessThan = compares('<')
export const atLeast = compares('>=')
export const moreThan = compares('>')
