import type { JsonSchema } from '../codecs/codec-with-schema'
import type { Route } from '../route/route'
import { apiTags } from '../route/route'
import { openApiOperation } from './openapi-operation'
import { healthPaths, healthSchema, processStatusSchema } from './health-operation'
import { problemSchema } from './problem-schema'
import type { NamedSchemas } from './json-schema-of'

const withBraces = (path: string): string => path.replace(/:([A-Za-z]+)/g, '{$1}')

const pathsOf = (schemas: NamedSchemas, routes: ReadonlyArray<Route>): JsonSchema => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = withBraces(route.path)
    paths[path] = { ...paths[path], [route.method]: openApiOperation(schemas)(route) }
  }
  return paths
}

/** The OpenAPI 3.1 description, made from the definitions of the routes. */
export const openApiDescription = (routes: ReadonlyArray<Route>): JsonSchema => {
  const schemas: NamedSchemas = new Map([
    ['Problem', problemSchema],
    ['Health', healthSchema],
    ['ProcessStatus', processStatusSchema],
  ])
  const paths = pathsOf(schemas, routes)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Glemsom',
      version: '1',
      description:
        'The circulation system of a library that forgets. A command answers `after`; a read that names it contains what the command wrote and the reactions to it. Amounts are whole øre; days are calendar days in Europe/Copenhagen.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    tags: apiTags.map((name) => ({ name })),
    paths: { ...paths, ...healthPaths },
    components: {
      schemas: Object.fromEntries(schemas),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
