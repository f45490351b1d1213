import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Whether a row of Shakespeare and Company was lent before a day, or has no complete day of lending. */
const isLentBefore =
  (day: string) =>
  (row: string): boolean =>
    !/,\d{4}-\d\d-\d\d,[^,]*$/.test(row) || (/,(\d{4}-\d\d-\d\d),[^,]*$/.exec(row)?.[1] ?? '') < day

/**
 * Uses a temporary copy of the ledger of Shakespeare and Company with only the loans before a day, and the rows without a
 * complete day of lending.
 */
export const withLedgerBefore = async <A>(
  ledger: string,
  day: string,
  use: (file: string) => Promise<A>,
): Promise<A> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-ledger-'))
  const file = path.join(folder, 'cut.csv')
  const [head, ...rows] = readFileSync(ledger, 'utf8').trimEnd().split('\n')
  writeFileSync(file, [head, ...rows.filter(isLentBefore(day)), ''].join('\n'))
  try {
    return await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
