import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { readmeWithEventCatalogue } from '../../../adapters/composition/write-event-catalogue'
import { eventDefinitions } from '../../../domain/event-definitions'
import { eventCatalogueMarkdown } from '../../../retention/classes/event-catalogue-markdown'
import { replaceEventCatalogueInDocument } from '../../../retention/classes/replace-event-catalogue-in-document'
import { deletionClasses } from '../../../retention/classes/deletion-classes'

const readme = readFileSync(path.join(__dirname, '../../../retention/README.md'), 'utf8')
const catalogue = eventCatalogueMarkdown(eventDefinitions, deletionClasses)

describe('the catalogue of events', () => {
  it('in retention/README.md is the one that event definitions and deletion classes give (npm run catalogue writes it)', () => {
    expect(readmeWithEventCatalogue(readme)).toEqual(E.right(readme))
  })

  it('names every event, with every member that is kept and every member that is forgotten', () => {
    for (const { type, version, fields } of eventDefinitions) {
      const row = catalogue.split('\n').find((line) => line.startsWith(`| \`${type}\` (version ${String(version)}) `))
      expect(row).toBeDefined()
      for (const name of [fields.open, ...Object.values(fields.sealed)].flatMap(Object.keys))
        expect(row).toContain(`\`${name}\``)
    }
  })

  it('says when each class is forgotten, and by which promise', () => {
    for (const { class: name, promise } of Object.values(deletionClasses))
      expect(catalogue).toMatch(new RegExp(`^\\| \\*${name}\\* .*“${promise.replaceAll('.', '\\.')}”`, 'm'))
  })

  it('is refused by a text without its markers', () => {
    expect(replaceEventCatalogueInDocument(catalogue)('# A text without markers')).toMatchObject(
      E.left({ _tag: 'CatalogueMarkerMissing' }),
    )
  })

  it('replaces an older catalogue, and nothing else', () => {
    const text = (inner: string) => replaceEventCatalogueInDocument(inner)(readme)
    const older = E.getOrElse(() => '')(text('older'))
    expect(older).toContain('older')
    expect(replaceEventCatalogueInDocument(catalogue)(older)).toEqual(text(catalogue))
  })
})
