import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder of the real ledgers. */
const folder = process.env['GLEMSOM_LEDGERS'] ?? path.join(__dirname, '../../../../../shared/data/ledgers')

export const fixturePath = (name: string): string => path.join(__dirname, '../../../fixtures', name)

export const shakespeareAndCompany = path.join(folder, 'shakespeare-and-company.csv')
export const strashun = path.join(folder, 'strashun-1902.csv')

/** `describe` when the ledger file exists; otherwise skips the tests and prints one line. */
export const describeIfLedgerPresent = (ledger: string): jest.Describe => {
  if (existsSync(ledger)) return describe
  process.stderr.write(`skipped: ${path.basename(ledger)} is not in the folder of ledgers; set GLEMSOM_LEDGERS\n`)
  return describe.skip
}
