import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { Cells } from '../../../../projections/kernel/change'

/** A place in a tree of words. A statement stands where the words end that tell its shape. */
export interface Shape {
  readonly next: Map<string, Shape>
  statement: Statement | undefined
}

export const noWords = (): Shape => ({ next: new Map(), statement: undefined })

/** One word further. Nothing is joined, so that a statement is found again much faster than it runs. */
export const further = (from: Shape, word: string): Shape => {
  const known = from.next.get(word)
  if (known !== undefined) return known
  const made = noWords()
  from.next.set(word, made)
  return made
}

/** No column has this name: lists that follow one another do not run together. */
const end = ''
const isNull = '='

/** Further by the names of a list. */
export const byNames = (from: Shape, names: ReadonlyArray<string> | undefined): Shape => {
  let at = from
  if (names !== undefined) for (const name of names) at = further(at, name)
  return further(at, end)
}

/** Further by the columns of cells, and by which of them are null. */
export const byCells = (from: Shape, cells: Cells | undefined): Shape => {
  let at = from
  for (const name in cells) {
    at = further(at, name)
    if (cells[name] === null) at = further(at, isNull)
  }
  return further(at, end)
}
