import * as t from 'io-ts'
import { canonicalJson } from '../../event/canonical-json'
import { exactRecord } from '../../event/exact-record'
import { TitleId } from '../../values/ids'

/** A month of a borrower's loan history. All entries have one size, so that it does not tell how much was read. */
export const HistoryEntry = exactRecord('HistoryEntry', {
  /** The titles that were lent in the month, each once, sorted: their order tells nothing. */
  titles: t.readonlyArray(TitleId),
  /** How many titles more there were than an entry holds. */
  omitted: t.number,
  /** Fills the entry up to its size. */
  padding: t.string,
})
export type HistoryEntry = t.TypeOf<typeof HistoryEntry>

/** The most titles in an entry: with more, their number is told. A title takes twelve bytes at most. */
export const maxTitlesPerHistoryEntry = 150

/** The size of every entry as JSON, in bytes: all characters are ASCII. The sealed part is then padded to 2,048 bytes. */
export const historyEntryBytes = 1950

/** The entry of a month: of one size, empty or not. */
export const loanHistoryEntryOfTitles = (titles: ReadonlyArray<TitleId>): HistoryEntry => {
  const sorted = [...new Set(titles)].sort()
  const entry = {
    titles: sorted.slice(0, maxTitlesPerHistoryEntry),
    omitted: Math.max(0, sorted.length - maxTitlesPerHistoryEntry),
    padding: '',
  }
  const missing = historyEntryBytes - canonicalJson({ entry }).length
  return { ...entry, padding: ' '.repeat(Math.max(0, missing)) }
}
