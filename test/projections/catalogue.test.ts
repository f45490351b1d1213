import { searchTitles } from '../../projections/catalogue/catalogue-queries'
import { wordsOfText } from '../../projections/catalogue/words-of-text'
import { acquireCopyByHttp } from '../adapters/interfaces/http/http-steps'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withHttpServer } from '../adapters/interfaces/http/with-http-server'

const titles = [
  { title: '52557240', name: 'Kongens Fald', author: 'Johannes V. Jensen' },
  { title: '52557241', name: 'Kongens Fald, kommenteret', author: 'Johannes V. Jensen' },
  { title: '52557242', name: 'Café Paradis', author: null },
  { title: '52557243', name: 'Året rundt', author: 'Åse Ås' },
]

/** The title numbers that each search finds, of at most `limit`. */
const find = async (limit: number, texts: ReadonlyArray<string>) => {
  const found: Record<string, ReadonlyArray<string>> = {}
  await withHttpServer(async (library) => {
    for (const one of titles) await acquireCopyByHttp(library, one)
    rightOrThrow(await library.runningLibrary.catchUpReadModels())
    for (const text of texts)
      found[text] = searchTitles(text, limit)(library.runningLibrary.rows).titles.map(({ title }) => title)
  })
  return found
}

describe('a search of the catalogue', () => {
  it('finds titles by the beginnings of words of name and author, in any order and without accents', async () => {
    expect(await find(50, ['kong jens', 'FALD', 'komm kongens', 'cafe', 'aret', 'året', 'fald paradis', 'x'])).toEqual({
      'kong jens': ['52557240', '52557241'],
      FALD: ['52557240', '52557241'],
      'komm kongens': ['52557241'],
      cafe: ['52557242'],
      aret: [],
      året: ['52557243'],
      'fald paradis': [],
      x: [],
    })
  })

  it('finds a title by its number, and the first of many by name', async () => {
    expect(await find(1, ['52557242', 'kongens'])).toEqual({ '52557242': ['52557242'], kongens: ['52557240'] })
  })

  it('compares å as a letter of its own, and cuts long words', () => {
    expect(wordsOfText(`Ål, ål & É ${'æ'.repeat(60)}`)).toEqual(['ål', 'æ'.repeat(40)])
  })
})
