import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { readmeWithCatalogue } from '../../../adapters/composition/write-catalogue'
import { definitions } from '../../../domain/catalogue'
import { catalogueOf } from '../../../retention/classes/catalogue'
import { withCatalogue } from '../../../retention/classes/catalogue-block'
import { deletionClasses } from '../../../retention/classes/deletion-classes'

const readme = readFileSync(path.join(__dirname, '../../../README.md'), 'utf8')
const catalogue = catalogueOf(definitions, deletionClasses)

describe('the catalogue of events', () => {
  it('in the README is the one that definitions and deletion classes give: write it anew when this fails', () => {
    expect(readmeWithCatalogue(readme)).toEqual(E.right(readme))
  })

  it('names every event, with all that stays and all that is forgotten', () => {
    for (const { type, fields } of definitions) {
      const row = catalogue.split('\n').find((line) => line.startsWith(`| \`${type}\` `))
      expect(row).toBeDefined()
      for (const name of [fields.open, ...Object.values(fields.sealed)].flatMap(Object.keys))
        expect(row).toContain(`\`${name}\``)
    }
  })

  it('says when each class is forgotten, and by which promise', () => {
    for (const { class: name, promise } of Object.values(deletionClasses))
      expect(catalogue).toMatch(new RegExp(`^\\| \\*${name}\\* .*“${promise.replaceAll('.', '\\.')}”`, 'm'))
  })

  it('is not put into a text that has no place for it', () => {
    expect(withCatalogue(catalogue)('# A text without markers')).toMatchObject(E.left({ _tag: 'NoCatalogueBlock' }))
  })

  it('replaces an older one, and nothing else', () => {
    const text = (inner: string) => withCatalogue(inner)(readme)
    const older = E.getOrElse(() => '')(text('older'))
    expect(older).toContain('older')
    expect(withCatalogue(catalogue)(older)).toEqual(text(catalogue))
  })
})
