import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Whether a row of Shakespeare and Company is of a loan before a day, or has no whole day of lending. */
const isBefore =
  (day: string) =>
  (row: string): boolean =>
    !/,\d{4}-\d\d-\d\d,[^,]*$/.test(row) || (/,(\d{4}-\d\d-\d\d),[^,]*$/.exec(row)?.[1] ?? '') < day

/**
 * The ledger of Shakespeare and Company with its rows of loans before a day, and those without a whole day, as they
 * stand in the file. It goes when it has been used.
 */
export const withBeginning = async <A>(ledger: string, day: string, use: (file: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-ledger-'))
  const file = path.join(folder, 'cut.csv')
  const [head, ...rows] = readFileSync(ledger, 'utf8').trimEnd().split('\n')
  writeFileSync(file, [head, ...rows.filter(isBefore(day)), ''].join('\n'))
  try {
    return await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
