import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { allReadModels } from '../../projections/all-read-models'

const root = path.join(__dirname, '../..')
const readme = readFileSync(path.join(root, 'projections/README.md'), 'utf8')
const example = 'visit'

/** The paths of files and folders that the README names, without those of the example. */
const namedPaths = [...readme.matchAll(/`((?:projections|test|domain|adapters)\/[\w./-]+)`/g)]
  .flatMap(([, named]) => named ?? [])
  .filter((named) => !named.includes(example))

describe('the README of projections', () => {
  it('has a line for every read model', () => {
    expect(
      allReadModels.map(({ name }) => name).filter((name) => !new RegExp(`^\\| \`${name}\` `, 'm').test(readme)),
    ).toEqual([])
  })

  it('names only files and folders that exist', () => {
    expect(namedPaths.length).toBeGreaterThan(5)
    expect(namedPaths.filter((named) => !existsSync(path.join(root, named)))).toEqual([])
  })
})
