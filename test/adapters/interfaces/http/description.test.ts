import { Ajv2020 } from 'ajv/dist/2020'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { description } from './description'

const operations = (): ReadonlyArray<ReturnType<typeof JSON.parse>> =>
  Object.values<object>(description.paths).flatMap((path) => Object.values(path))

describe('the description of the interface', () => {
  it('has every route once, under a name of its own', () => {
    const names = operations().map(({ operationId }) => operationId)
    expect(names).toHaveLength(routes.length)
    expect(new Set(names).size).toBe(routes.length)
  })

  it('names no parameter in a path that the route does not decode', () => {
    const loose = routes.filter(({ path, params }) => {
      const inPath = [...path.matchAll(/:([a-z]+)/g)].map(([, name]) => name)
      return inPath.join() !== Object.keys(params.required).join()
    })
    expect(loose.map(({ path }) => path)).toEqual([])
  })

  it('refers to nothing that is not there, and is made of valid schemas', () => {
    const text = JSON.stringify(description)
    const referred = [...text.matchAll(/"#\/components\/schemas\/([A-Za-z]+)"/g)].map(([, name]) => name ?? '')
    expect(referred.filter((name) => !(name in description.components.schemas))).toEqual([])
    const ajv = new Ajv2020({ strict: false })
    const wrong = Object.values<object>(description.components.schemas).filter((schema) => !ajv.validateSchema(schema))
    expect(wrong).toEqual([])
  })

  it('asks for a token everywhere but in the catalogue', () => {
    const open = operations().filter(({ security }) => security.length === 0)
    expect(open.map(({ operationId }) => operationId)).toEqual(['readTitle', 'readCopy'])
  })

  it('has one shape for each name', () => {
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
