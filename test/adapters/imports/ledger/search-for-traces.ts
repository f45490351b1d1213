import { readFileSync } from 'node:fs'
import path from 'node:path'
import { patternsForText } from '../../../forensic/byte-patterns'
import { keyPatterns, recordedKeysOfScopes, recordedKeys, wrappedKeyPatterns } from '../../../forensic/recorded-keys'
import {
  findPatternsUsing,
  findPatternsInFolder,
  type BytePattern,
  type PatternMatch,
} from '../../../forensic/find-byte-patterns'
import { textsInColumns, type LedgerHeadings } from './independent-reading'

/** Shorter texts occur by chance in millions of random bytes. The tests with canaries cover them. */
const minTextBytes = 6

const patternsForTexts = (texts: Iterable<string>): ReadonlyArray<BytePattern> =>
  [...texts].flatMap(patternsForText).filter(({ bytes }) => bytes.length >= minTextBytes)

const blankOut = (bytes: Buffer, field: Buffer): void => {
  for (let at = bytes.indexOf(field); at >= 0; at = bytes.indexOf(field, at)) bytes.fill(0, at, at + field.length)
}

/** A borrower key in a ledger is `finger`, and every log has the open member `fingerprint`. */
const formatWords = [Buffer.from('fingerprint')]

/** Reads a file. In the circulation log it blanks the catalogue fields that hold one of the texts. */
const readWithoutCatalogue = (texts: ReadonlyArray<string>, catalogue: ReadonlyArray<string>) => {
  const lower = texts.map((text) => text.toLowerCase())
  const fields = catalogue
    .filter((field) => lower.some((text) => field.toLowerCase().includes(text)))
    .flatMap((field) => ['name', 'author'].map((member) => Buffer.from(`"${member}":${JSON.stringify(field)}`)))
  return (file: string): Buffer => {
    const bytes = readFileSync(file)
    for (const word of formatWords) blankOut(bytes, word)
    if (path.basename(file).startsWith('circulation.db')) for (const field of fields) blankOut(bytes, field)
    return bytes
  }
}

/** Searches all files of a folder for names and keys of borrowers, keys of scopes, and wrapped keys of erased scopes. */
export type SearchForTraces = (folder: string, erased: ReadonlySet<string>) => ReadonlyArray<PatternMatch>

const searchFor =
  (borrowerPatterns: ReadonlyArray<BytePattern>): SearchForTraces =>
  (folder, erased) =>
    findPatternsInFolder(folder)([
      ...borrowerPatterns,
      ...keyPatterns(recordedKeys),
      ...wrappedKeyPatterns(recordedKeysOfScopes(true, erased)),
    ])

/** Searches for texts in all fields. */
export const searchEverywhere = (texts: Iterable<string>): SearchForTraces => searchFor(patternsForTexts(texts))

/**
 * Searches for the borrowers of a ledger outside the fields of the catalogue, because some borrowers are authors. Texts
 * that are found are searched again with those fields blanked.
 */
export const searchOutsideCatalogue = (file: string, headings: LedgerHeadings): SearchForTraces => {
  const texts = textsInColumns(headings.borrowerColumns)(file, headings).filter(
    (text) => Buffer.byteLength(text) >= minTextBytes,
  )
  const catalogue = textsInColumns(headings.catalogueColumns)(file, headings)
  const borrowerTexts = new Set(texts)
  return (folder, erased) => {
    const traces = searchFor(patternsForTexts(texts))(folder, erased)
    const textsToRecheck = [...new Set(traces.map(({ label: of }) => of).filter((of) => borrowerTexts.has(of)))]
    const read = readWithoutCatalogue(textsToRecheck, catalogue)
    return [
      ...traces.filter(({ label: of }) => !borrowerTexts.has(of)),
      ...findPatternsUsing(read)(folder)(patternsForTexts(textsToRecheck)),
    ]
  }
}
