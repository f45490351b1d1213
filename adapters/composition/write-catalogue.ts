import { readFileSync, writeFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { definitions } from '../../domain/catalogue'
import { catalogueOf } from '../../retention/classes/catalogue'
import { withCatalogue, type NoCatalogueBlock } from '../../retention/classes/catalogue-block'
import { deletionClasses } from '../../retention/classes/deletion-classes'

/** The text of a README with the catalogue of events as it should be now. */
export const readmeWithCatalogue: (text: string) => E.Either<NoCatalogueBlock, string> = withCatalogue(
  catalogueOf(definitions, deletionClasses),
)

/** Brings the catalogue of events in a Markdown file up to date. */
export const writeCatalogue = (file: string): E.Either<NoCatalogueBlock, void> =>
  E.map((text: string) => writeFileSync(file, text))(readmeWithCatalogue(readFileSync(file, 'utf8')))

if (require.main === module) {
  const written = writeCatalogue(process.argv[2] ?? 'README.md')
  if (E.isLeft(written)) {
    process.stderr.write(`no marker in the file: ${written.left.missing}\n`)
    process.exitCode = 1
  }
}
