import { readFileSync, writeFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { eventDefinitions } from '../../domain/event-definitions'
import { eventCatalogueMarkdown } from '../../retention/classes/event-catalogue-markdown'
import { replaceCatalogueBlock, type CatalogueMarkerMissing } from '../../retention/classes/replace-catalogue-block'
import { deletionClasses } from '../../retention/classes/deletion-classes'

/** Replaces the catalogue of events in the text of a README by the current one. */
export const readmeWithEventCatalogue: (text: string) => E.Either<CatalogueMarkerMissing, string> =
  replaceCatalogueBlock(eventCatalogueMarkdown(eventDefinitions, deletionClasses))

/** Updates the catalogue of events in a Markdown file. */
const writeEventCatalogue = (file: string): E.Either<CatalogueMarkerMissing, void> =>
  E.map((text: string) => writeFileSync(file, text))(readmeWithEventCatalogue(readFileSync(file, 'utf8')))

if (require.main === module) {
  const written = writeEventCatalogue(process.argv[2] ?? 'retention/README.md')
  if (E.isLeft(written)) {
    process.stderr.write(`no marker in the file: ${written.left.missing}\n`)
    process.exitCode = 1
  }
}
