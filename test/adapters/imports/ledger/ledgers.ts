import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where the real ledgers lie, if they are here. */
const folder = process.env['GLEMSOM_LEDGERS'] ?? path.join(__dirname, '../../../../../shared/data/ledgers')

export const fixture = (name: string): string => path.join(__dirname, '../../../fixtures', name)

export const shakespeareAndCompany = path.join(folder, 'shakespeare-and-company.csv')
export const strashun = path.join(folder, 'strashun-1902.csv')

/** `describe`, where a real ledger is here; elsewhere its tests are skipped, and one line says so. */
export const describeWith = (ledger: string): jest.Describe => {
  if (existsSync(ledger)) return describe
  process.stderr.write(`skipped: ${path.basename(ledger)} is not here; GLEMSOM_LEDGERS names its folder\n`)
  return describe.skip
}
