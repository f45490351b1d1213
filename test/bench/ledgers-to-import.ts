import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { generatedColumns, sizeFor, writeGeneratedLedger } from './generate-ledger'

/** A ledger and the mapping of its columns. */
export interface LedgerToImport {
  readonly name: string
  readonly file: string
  readonly mapping: Readonly<Record<string, unknown>>
}

// The compiled bench is outside the folder of the sources, so fixtures are read from the checkout.
const fixtures = path.join(process.cwd(), 'test', 'fixtures')

/** The invented ledger of 200 rows. Its simulated days take more time than its loans. */
export const madeUpLedger = (): LedgerToImport => ({
  name: 'made-up ledger',
  file: path.join(fixtures, 'ledger-200.csv'),
  mapping: JSON.parse(
    readFileSync(path.join(fixtures, 'ledger-200.mapping.json'), 'utf8'),
  ) as LedgerToImport['mapping'],
})

/** A generated ledger, written into a folder. */
export const generatedLedger = (folder: string, loans: number): LedgerToImport => {
  const file = path.join(folder, `generated-${String(loans)}.csv`)
  writeGeneratedLedger(file, sizeFor(loans))
  return { name: `${String(loans)} generated loans`, file, mapping: generatedColumns }
}

const realLedgers = process.env['GLEMSOM_LEDGERS'] ?? path.join(process.cwd(), '../../shared/data/ledgers')

/** The ledger of 42 years; undefined where its file is missing. */
export const realLedger = (): LedgerToImport | undefined => {
  const file = path.join(realLedgers, 'shakespeare-and-company.csv')
  if (!existsSync(file)) return undefined
  const mapping = {
    ...{ borrower: 'member', borrowerName: 'member_name', title: 'book', titleName: 'book_title' },
    ...{ author: 'author', lentOn: 'borrowed', returnedOn: 'returned' },
  }
  return { name: 'ledger of 42 years', file, mapping }
}
