import { readFileSync, writeFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { eventDefinitions } from '../../domain/event-definitions'
import { eventCatalogueMarkdown } from '../../retention/classes/event-catalogue-markdown'
import {
  replaceEventCatalogueInDocument,
  replaceGeneratedBlock,
  type CatalogueMarkerMissing,
} from '../../retention/classes/replace-event-catalogue-in-document'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import { deletionRulesText } from '../../retention/classes/deletion-rules'
import { derivedStoresMarkdown } from '../../retention/derived-stores/derived-stores-markdown'
import { promisesMarkdown } from '../../retention/promises/promises-markdown'
import { allDerivedStores } from './derived-stores/all-derived-stores'

type ReplaceText = (text: string) => E.Either<CatalogueMarkerMissing, string>

/** Replaces the registry of derived stores in the text of a README by the current one. */
export const readmeWithDerivedStores: ReplaceText = replaceGeneratedBlock('derived stores')(
  derivedStoresMarkdown(allDerivedStores),
)

/** Replaces the promises table in the text of a README by the current one. */
const readmeWithPromises: ReplaceText = replaceGeneratedBlock('promises')(promisesMarkdown())

/**
 * Replaces the promises table, the catalogue of events, and the registry of derived stores in the text of a README by the
 * current ones.
 */
export const readmeWithEventCatalogue: ReplaceText = (text) =>
  pipe(
    replaceEventCatalogueInDocument(eventCatalogueMarkdown(eventDefinitions, deletionClasses))(text),
    E.flatMap(readmeWithPromises),
    E.flatMap(readmeWithDerivedStores),
  )

/** The file of the table of deletion classes that the program which verifies exports has. */
export const rulesOfVerifier = 'adapters/interfaces/verify/deletion-rules.jsonl'

/** Updates all of them in a Markdown file. */
const writeEventCatalogue = (file: string): E.Either<CatalogueMarkerMissing, void> =>
  E.map((text: string) => writeFileSync(file, text))(readmeWithEventCatalogue(readFileSync(file, 'utf8')))

if (require.main === module) {
  writeFileSync(rulesOfVerifier, deletionRulesText(deletionClasses))
  const written = writeEventCatalogue(process.argv[2] ?? 'retention/README.md')
  if (E.isLeft(written)) {
    process.stderr.write(`no marker in the file: ${written.left.missing}\n`)
    process.exitCode = 1
  }
}
