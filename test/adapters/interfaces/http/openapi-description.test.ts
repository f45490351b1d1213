import { Ajv2020 } from 'ajv/dist/2020'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { servedDescription } from './check-against-openapi'

const operations = (): ReadonlyArray<ReturnType<typeof JSON.parse>> =>
  Object.values<object>(servedDescription.paths).flatMap((path) => Object.values(path))

describe('the OpenAPI description', () => {
  it('has every route once and the health of the process, with unique operation ids', () => {
    const names = operations().map(({ operationId }) => operationId)
    expect(names).toHaveLength(routes.length + 3)
    expect(names).toContain('readHealth')
    expect(new Set(names).size).toBe(routes.length + 3)
  })

  it('names in each path exactly the parameters that the route decodes', () => {
    const loose = routes.filter(({ path, params }) => {
      const inPath = [...path.matchAll(/:([a-z]+)/g)].map(([, name]) => name)
      return inPath.join() !== Object.keys(params.required).join()
    })
    expect(loose.map(({ path }) => path)).toEqual([])
  })

  it('has only valid schemas, and no reference to a missing one', () => {
    const text = JSON.stringify(servedDescription)
    const referred = [...text.matchAll(/"#\/components\/schemas\/([A-Za-z]+)"/g)].map(([, name]) => name ?? '')
    expect(referred.filter((name) => !(name in servedDescription.components.schemas))).toEqual([])
    const ajv = new Ajv2020({ strict: false })
    const wrong = Object.values<object>(servedDescription.components.schemas).filter(
      (schema) => !ajv.validateSchema(schema),
    )
    expect(wrong).toEqual([])
  })

  it('requires a token everywhere but in the catalogue and for the health of the process', () => {
    const open = operations().filter(({ security }) => security.length === 0)
    expect(open.map(({ operationId }) => operationId)).toEqual([
      'readTitle',
      'readCopy',
      'readHealth',
      'readLiveness',
      'readReadiness',
    ])
  })

  it('has one schema for each name', () => {
    const shapes = new Map<string, unknown>()
    const names = routes.flatMap(({ answer, body }) => (body === undefined ? [answer] : [answer, body]))
    for (const codec of names) {
      const known =
        shapes.get(codec.name) ?? JSON.stringify(Object.keys('required' in codec ? (codec.required as object) : {}))
      expect(JSON.stringify(Object.keys('required' in codec ? (codec.required as object) : {}))).toBe(known)
      shapes.set(codec.name, known)
    }
  })
})
