import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { table } from './independent-count'
import type { Headings } from './read-apart'

/** A text that stands nowhere else in the world. */
const canary = (of: string): string => {
  const digest = createHash('sha256').update(`canary ${of}`).digest()
  const letters = [...digest.subarray(0, 12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')
  return `Kanarie ${letters}`
}

/**
 * Writes a ledger again in which each borrower has a name and a key that are found nowhere else, and all else is as it
 * was. Answers these names and keys.
 */
export const writeWithCanaries = (file: string, by: Headings, to: string): ReadonlySet<string> => {
  const [head, ...rows] = table(readFileSync(file, 'utf8'), by.separator)
  const canaries = new Set<string>()
  const cell = (row: ReadonlyArray<string>, column: string): string => row[head!.indexOf(column)] ?? ''
  const replaced = (row: ReadonlyArray<string>): ReadonlyArray<string> => {
    const who = by.borrower.map((column) => cell(row, column)).find((text) => text !== '')
    const asIs = (column: string, text: string): boolean =>
      who === undefined || !by.who.includes(column) || (text === '' && by.borrower.includes(column))
    return row.map((text, place) => {
      const column = head![place] ?? ''
      if (asIs(column, text)) return text
      const name = canary(`${column} ${who!}`)
      canaries.add(name)
      return name
    })
  }
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = [head!, ...rows.map(replaced)].map((row) => row.map(quoted).join(by.separator))
  writeFileSync(to, `${lines.join('\n')}\n`)
  return canaries
}
