import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { routes } from '../../adapters/interfaces/http/resources/routes'
import { listKindsOfData } from '../../retention/promises/kinds-of-data'
import type { ExampleOfData } from './example-of-data'
import { examples } from './examples'
import { examplesMarkdown } from './examples-markdown'
import { readmeWithExamples } from './write-examples-table'

const readme = readFileSync(path.join(__dirname, 'README.md'), 'utf8')

const requestsOf = ({ shownAt, shownBy, notShownAt = [], change }: ExampleOfData) => [
  ...[...shownAt, ...notShownAt].map((template) => ({ method: 'GET', path: template })),
  ...(shownBy === undefined ? [] : [shownBy]),
  ...(change === undefined ? [] : [change]),
]

/** Whether a route serves a request whose path is a template. */
const isServed = ({ method, path: template }: { readonly method: string; readonly path: string }): boolean =>
  routes.some(
    (route) =>
      route.method === method.toLowerCase() &&
      new RegExp(`^${route.path.replaceAll(/:[a-zA-Z]+/g, '[^/]+')}$`).test(template),
  )

describe('the table of the promises and their examples', () => {
  it('in README.md is the one that the examples give (npm run catalogue writes it)', () => {
    expect(readmeWithExamples(readme)).toEqual(E.right(readme))
  })

  it('has a row for each row of the promises table, with its name in Danish and in English and the day of its example', () => {
    const [, , ...rows] = examplesMarkdown(examples).split('\n')
    expect(rows).toHaveLength(listKindsOfData().length)
    for (const [index, [kind, { name }]] of listKindsOfData().entries())
      for (const part of [name.da, name.en, examples[kind].goneOn]) expect(rows[index]).toContain(part)
  })

  it('names a request that shows each kind of data that somebody sees, and no request that is not served', () => {
    for (const [kind, { seenBy }] of listKindsOfData()) {
      const { shownAt, shownBy } = examples[kind]
      expect({ kind, isShown: shownAt.length > 0 || shownBy !== undefined }).toEqual({
        kind,
        isShown: seenBy.length > 0,
      })
      expect(requestsOf(examples[kind]).filter((request) => !isServed(request))).toEqual([])
    }
  })
})
