import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { recordedKeys } from '../../../forensic/recorded-keys'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { fixturePath } from './ledger-files'
import { ledgerHeadings, textsInColumns } from './independent-reading'
import { searchOutsideCatalogue } from './search-for-traces'

const file = fixturePath('ledger-200.csv')
const [author = ''] = textsInColumns(['Author'])(file, ledgerHeadings.madeUp).filter((text) => text.length > 6)

/** Searches a folder with one file for the borrower of a ledger, who is also an author. */
const searchFileWith = (name: string, text: string): Promise<unknown> =>
  withTemporaryFolder((folder) => {
    mkdirSync(folder)
    const ledger = path.join(path.dirname(folder), 'ledger.csv')
    writeFileSync(ledger, `No;Card;Name;Title;Author\n1;L-1;${author};Pelle;${author}\n`)
    writeFileSync(path.join(folder, name), `${'x'.repeat(50)}${text}${'y'.repeat(50)}`)
    return Promise.resolve(searchOutsideCatalogue(ledger, ledgerHeadings.madeUp)(folder, new Set()))
  })

describe('a search for borrowers outside the fields of the catalogue', () => {
  it('ignores an author who borrows, in the fields of the catalogue', async () => {
    expect(author.length).toBeGreaterThan(6)
    expect(await searchFileWith('circulation.db', `{"author":"${author}","copy":"9000000001"}`)).toEqual([])
  })

  it.each([
    ['in another field', 'circulation.db', `{"borrower":"${author}"}`],
    ['in another file', 'persons.db', `{"author":"${author}"}`],
    ['in a field of the catalogue with more text than in the ledger', 'circulation.db-wal', `"name":"Mr ${author}"`],
  ])('finds the same name %s', async (_, name, text) => {
    expect(await searchFileWith(name, text)).toEqual([{ file: name, label: author }])
  })

  it('finds a stored key, and a wrapped key of an erased scope', async () => {
    const [key, wrapped] = [Buffer.alloc(32, 7), Buffer.alloc(105, 9)]
    recordedKeys.push({ scope: 'a scope', key, wrapped })
    await withTemporaryFolder((folder) => {
      mkdirSync(folder)
      writeFileSync(path.join(folder, 'keys.db'), Buffer.concat([key, wrapped]))
      const search = searchOutsideCatalogue(file, ledgerHeadings.madeUp)
      const tracesOf = (erased: ReadonlyArray<string>) => search(folder, new Set(erased)).map((trace) => trace.label)
      expect(tracesOf([])).toEqual(['key a scope'])
      expect(tracesOf(['a scope'])).toEqual(['key a scope', 'wrap a scope'])
      return Promise.resolve()
    })
  })
})
