import { TitleId } from '../../domain/values/ids'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { catalogueTitlesTable, titleWordsTable } from './catalogue-tables'
import { wordsOfText } from './words-of-text'

/** A title that was found. */
export interface FoundTitle {
  readonly title: TitleId
  readonly name: string
  readonly author: string | null
}

/** The titles that were found, by name; and whether there are more. */
export interface FoundTitles {
  readonly titles: ReadonlyArray<FoundTitle>
  readonly hasMore: boolean
}

/** The most titles that are looked at for a search. */
const mostCandidates = 2000

/** After every text that begins with a word. */
const endOf = (word: string): string => `${word}\u{10ffff}`

const titlesWithWord =
  (rows: ReadModelRows) =>
  (word: string, among: ReadonlyArray<TitleId> | undefined): ReadonlyArray<TitleId> => {
    const found = rows.findColumns(titleWordsTable, ['title'], {
      ...{ atLeast: { word }, lessThan: { word: endOf(word) }, limit: mostCandidates },
      ...(among === undefined ? {} : { oneOf: { title: among } }),
    })
    return [...new Set(found.map(({ title }) => title))]
  }

/** The titles in which each of the words begins a word; the longest word is looked up first. */
const titlesWithWords = (rows: ReadModelRows, words: ReadonlyArray<string>): ReadonlyArray<TitleId> => {
  const [first, ...others] = [...words].sort((one, other) => other.length - one.length)
  if (first === undefined) return []
  return others.reduce((among, word) => titlesWithWord(rows)(word, among), titlesWithWord(rows)(first, undefined))
}

const byName = (one: FoundTitle, other: FoundTitle): number => one.name.localeCompare(other.name, 'da')

/** Finds titles by words of name and author, or by the title number. Each word may be the beginning of one. */
export const searchTitles =
  (text: string, limit: number) =>
  (rows: ReadModelRows): FoundTitles => {
    const number = text.trim()
    const found = TitleId.is(number) ? [number] : titlesWithWords(rows, wordsOfText(text))
    const titles = [...rows.find(catalogueTitlesTable, { oneOf: { title: found } })].sort(byName)
    return { titles: titles.slice(0, limit), hasMore: titles.length > limit }
  }
