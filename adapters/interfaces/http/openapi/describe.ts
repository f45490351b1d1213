import type { JsonSchema } from '../codecs/described'
import type { Route } from '../route/route'
import { areas } from '../route/route'
import { operationOf } from './operation'
import { problemSchema } from './problem-schema'
import type { Named } from './schema-of'

const braces = (path: string): string => path.replace(/:([A-Za-z]+)/g, '{$1}')

const pathsOf = (named: Named, routes: ReadonlyArray<Route>): JsonSchema => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = braces(route.path)
    paths[path] = { ...paths[path], [route.method]: operationOf(named)(route) }
  }
  return paths
}

/** The description of the interface (OpenAPI 3.1), made from the definitions that are routed. */
export const describe = (routes: ReadonlyArray<Route>): JsonSchema => {
  const named: Named = new Map([['Problem', problemSchema]])
  const paths = pathsOf(named, routes)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Glemsom',
      version: '1',
      description:
        'Circulation for a library that forgets. Commands answer `after`; a read that names it contains what was written and what has followed from it. Amounts are whole øre; days are days in Europe/Copenhagen.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    tags: areas.map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(named),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
