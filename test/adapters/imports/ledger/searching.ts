import { readFileSync } from 'node:fs'
import path from 'node:path'
import { needlesForText } from '../../../forensic/needles'
import { keysOf, madeFor, noted, wrapsOf } from '../../../forensic/noted-keys'
import { tracesRead, tracesUnder, type Needle, type Trace } from '../../../forensic/traces'
import { textsUnder, type Headings } from './read-apart'

/** Shorter texts stand in millions of random bytes by chance; what would tell of them is the run with canaries. */
const shortest = 6

const needlesFor = (texts: Iterable<string>): ReadonlyArray<Needle> =>
  [...texts].flatMap(needlesForText).filter(({ bytes }) => bytes.length >= shortest)

const blanked = (bytes: Buffer, field: Buffer): void => {
  for (let at = bytes.indexOf(field); at >= 0; at = bytes.indexOf(field, at)) bytes.fill(0, at, at + field.length)
}

/** A borrower's key in a ledger is `finger`, and fingerprints stand openly in every log. */
const wordsOfTheFormat = [Buffer.from('fingerprint')]

/** Reads a file; of the log that keeps the catalogue, without those of its fields of the catalogue that hold a text. */
const withoutCatalogue = (texts: ReadonlyArray<string>, catalogue: ReadonlyArray<string>) => {
  const lower = texts.map((text) => text.toLowerCase())
  const fields = catalogue
    .filter((field) => lower.some((text) => field.toLowerCase().includes(text)))
    .flatMap((field) => ['name', 'author'].map((member) => Buffer.from(`"${member}":${JSON.stringify(field)}`)))
  return (file: string): Buffer => {
    const bytes = readFileSync(file)
    for (const word of wordsOfTheFormat) blanked(bytes, word)
    if (path.basename(file).startsWith('circulation.db')) for (const field of fields) blanked(bytes, field)
    return bytes
  }
}

/** What a ledger must not leave in any file: the names and keys of its borrowers, keys of scopes, and those wrapped. */
export type Search = (folder: string, erased: ReadonlySet<string>) => ReadonlyArray<Trace>

const searching =
  (who: ReadonlyArray<Needle>): Search =>
  (folder, erased) =>
    tracesUnder(folder)([...who, ...keysOf(noted), ...wrapsOf(madeFor(true, erased))])

/** Searches for texts without exception. */
export const searchEverywhere = (texts: Iterable<string>): Search => searching(needlesFor(texts))

/**
 * Searches for who stands in a ledger, outside the catalogue's own fields: some borrowers are authors. What is found is
 * looked for once more where those fields are blanked.
 */
export const searchOutsideCatalogue = (file: string, by: Headings): Search => {
  const texts = textsUnder(by.who)(file, by).filter((text) => Buffer.byteLength(text) >= shortest)
  const catalogue = textsUnder(by.catalogue)(file, by)
  const isText = new Set(texts)
  return (folder, erased) => {
    const found = searching(needlesFor(texts))(folder, erased)
    const inQuestion = [...new Set(found.map(({ of }) => of).filter((of) => isText.has(of)))]
    const read = withoutCatalogue(inQuestion, catalogue)
    return [...found.filter(({ of }) => !isText.has(of)), ...tracesRead(read)(folder)(needlesFor(inQuestion))]
  }
}
