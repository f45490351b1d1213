import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseTable } from './independent-count'
import type { LedgerHeadings } from './independent-reading'

/** A text that occurs nowhere else. */
const canaryFor = (of: string): string => {
  const digest = createHash('sha256').update(`canary ${of}`).digest()
  const letters = [...digest.subarray(0, 12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')
  return `Kanarie ${letters}`
}

/**
 * Writes a copy of a ledger in which the names and keys of borrowers are replaced by texts that occur nowhere else.
 * Answers these texts.
 */
export const writeLedgerWithCanaries = (
  file: string,
  headings: LedgerHeadings,
  targetFile: string,
): ReadonlySet<string> => {
  const [head, ...rows] = parseTable(readFileSync(file, 'utf8'), headings.separator)
  const canaries = new Set<string>()
  const cell = (row: ReadonlyArray<string>, column: string): string => row[head!.indexOf(column)] ?? ''
  const replaceBorrower = (row: ReadonlyArray<string>): ReadonlyArray<string> => {
    const borrowerText = headings.borrower.map((column) => cell(row, column)).find((text) => text !== '')
    const isUnchanged = (column: string, text: string): boolean =>
      borrowerText === undefined ||
      !headings.borrowerColumns.includes(column) ||
      (text === '' && headings.borrower.includes(column))
    return row.map((text, columnIndex) => {
      const column = head![columnIndex] ?? ''
      if (isUnchanged(column, text)) return text
      const name = canaryFor(`${column} ${borrowerText!}`)
      canaries.add(name)
      return name
    })
  }
  const quoteCell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = [head!, ...rows.map(replaceBorrower)].map((row) => row.map(quoteCell).join(headings.separator))
  writeFileSync(targetFile, `${lines.join('\n')}\n`)
  return canaries
}
