import { patternsForText } from '../../forensic/byte-patterns'
import { findPatternsInFolder, searchBytesFor } from '../../forensic/find-byte-patterns'
import { allReadModelRows } from '../../fixtures/in-memory-read-models'
import type { PersonalText } from '../ground-truth/ground-truth'
import { broken } from './broken-promise'
import type { Check, Midnight } from './midnight'

/** The texts of what has gone, which stand in nothing that lives, and those of files to the collector, which nobody keeps. */
const forgottenTexts = ({ year: { groundTruth } }: Midnight): ReadonlyMap<string, PersonalText['kind']> => {
  const living = new Set([...groundTruth.scopes.values()].flatMap(({ texts }) => texts.map(({ text }) => text)))
  const gone = [...groundTruth.gone.values()].flatMap(({ texts }) => texts).filter(({ text }) => !living.has(text))
  return new Map([...gone, ...groundTruth.collectionFiles].map(({ text, kind }) => [text, kind]))
}

const patternsOf = (texts: ReadonlyMap<string, PersonalText['kind']>) => [...texts.keys()].flatMap(patternsForText)

/** No file of the data folder, the outbox included, holds a text of what has gone. */
export const checkFiles: Check = (midnight) => {
  const texts = forgottenTexts(midnight)
  return findPatternsInFolder(midnight.folder)(patternsOf(texts)).map(({ file, label }) =>
    broken(texts.get(label)!, 'stands in a file after its day', file),
  )
}

/** No row of a read model holds a text of what has gone. */
export const checkTextsInRows: Check = (midnight) => {
  const texts = forgottenTexts(midnight)
  const search = searchBytesFor([...texts.keys()].map((text) => ({ label: text, bytes: Buffer.from(text) })))
  return Object.entries(allReadModelRows(midnight.year.library)).flatMap(([table, rows]) =>
    search(Buffer.from(JSON.stringify(rows))).map((text) =>
      broken(texts.get(text)!, 'stands in a row after its day', table),
    ),
  )
}

/** No line of the log and no metric holds a text of anybody, whether it has gone or lives. */
export const checkOutput: Check = ({ year: { groundTruth }, output }) => {
  const all = [...groundTruth.scopes.values(), ...groundTruth.gone.values()].flatMap(({ texts }) => texts)
  const texts = new Map([...all, ...groundTruth.collectionFiles].map(({ text, kind }) => [text, kind]))
  return searchBytesFor(patternsOf(texts))(Buffer.from(output.join('\n'))).map((text) =>
    broken(texts.get(text)!, 'stands in the log or the metrics', 'output'),
  )
}
