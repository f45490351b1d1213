import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { noted } from '../../../forensic/noted-keys'
import { withFolder } from '../../../fixtures/system'
import { fixture } from './ledgers'
import { headings, textsUnder } from './read-apart'
import { searchOutsideCatalogue } from './searching'

const file = fixture('ledger-200.csv')
const [author = ''] = textsUnder(['Author'])(file, headings.made).filter((text) => text.length > 6)

/** The made-up ledger, in which an author borrows as well, and a folder with one file. */
const foundIn = (name: string, text: string): Promise<unknown> =>
  withFolder((folder) => {
    mkdirSync(folder)
    const ledger = path.join(path.dirname(folder), 'ledger.csv')
    writeFileSync(ledger, `No;Card;Name;Title;Author\n1;L-1;${author};Pelle;${author}\n`)
    writeFileSync(path.join(folder, name), `${'x'.repeat(50)}${text}${'y'.repeat(50)}`)
    return Promise.resolve(searchOutsideCatalogue(ledger, headings.made)(folder, new Set()))
  })

describe('a search for borrowers outside the fields of the catalogue', () => {
  it('passes over an author who borrows, in the fields of the catalogue', async () => {
    expect(author.length).toBeGreaterThan(6)
    expect(await foundIn('circulation.db', `{"author":"${author}","copy":"9000000001"}`)).toEqual([])
  })

  it.each([
    ['in another field', 'circulation.db', `{"borrower":"${author}"}`],
    ['in another file', 'persons.db', `{"author":"${author}"}`],
    ['in a field of the catalogue that says more than the ledger', 'circulation.db-wal', `"name":"Mr ${author}"`],
  ])('finds the same name %s', async (_, name, text) => {
    expect(await foundIn(name, text)).toEqual([{ file: name, of: author }])
  })

  it('finds a key that was kept, and a wrapped key of what is erased', async () => {
    const [key, wrapped] = [Buffer.alloc(32, 7), Buffer.alloc(105, 9)]
    noted.push({ scope: 'a scope', key, wrapped })
    await withFolder((folder) => {
      mkdirSync(folder)
      writeFileSync(path.join(folder, 'keys.db'), Buffer.concat([key, wrapped]))
      const search = searchOutsideCatalogue(file, headings.made)
      const of = (erased: ReadonlyArray<string>) => search(folder, new Set(erased)).map((trace) => trace.of)
      expect(of([])).toEqual(['key a scope'])
      expect(of(['a scope'])).toEqual(['key a scope', 'wrap a scope'])
      return Promise.resolve()
    })
  })
})
