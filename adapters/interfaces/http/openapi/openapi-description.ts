import type { JsonSchema } from '../codecs/codec-with-schema'
import type { Route } from '../route/route'
import { apiTags, type ApiTag } from '../route/route'
import { openApiResponseHeaders } from './open-api-response-headers'
import type { RequestExamples } from './request-example'
import { openApiOperation } from './openapi-operation'
import { healthPathDescriptions, healthSchema, healthProbeAnswerSchema } from './health-openapi-operation'
import { problemSchema } from './problem-schema'
import { transparencyPathDescriptions } from './transparency-openapi-operations'
import type { NamedSchemas } from './json-schema-of'

const withBraces = (path: string): string => path.replace(/:([A-Za-z]+)/g, '{$1}')

const pathsOf = (schemas: NamedSchemas, routes: ReadonlyArray<Route>, examples: RequestExamples): JsonSchema => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = withBraces(route.path)
    paths[path] = { ...paths[path], [route.method]: openApiOperation(schemas, examples)(route) }
  }
  return paths
}

const tagDescriptions: Readonly<Record<ApiTag, string>> = {
  Catalogue: 'Titles and copies, for anyone',
  Loans: 'Lending, renewing and returning copies',
  Reservations: 'The queue of a title, and the copies that are set aside from it',
  Borrowers: 'Borrowers, their contact details and their blocks',
  Fees: 'Fees and bills, and their payment',
  'Video surveillance': 'Recordings, who asked to look at them and why, and copies for the police',
  Messages: 'What the library writes to borrowers',
  Collection: 'Copies: acquired, sent, found, withdrawn',
  Statistics: 'Counts without persons',
  Administration: 'Erasing, the clock and the logs',
}

/**
 * The OpenAPI 3.1 description, made from the definitions of the routes. A route without an example of its own gets one
 * that is valid and names nothing that exists.
 */
export const openApiDescription = (routes: ReadonlyArray<Route>, examples: RequestExamples = {}): JsonSchema => {
  const schemas: NamedSchemas = new Map([
    ['Problem', problemSchema],
    ['Health', healthSchema],
    ['ProcessStatus', healthProbeAnswerSchema],
  ])
  const paths = pathsOf(schemas, routes, examples)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Glemsom',
      version: '1',
      description:
        'The circulation system of a library that forgets. A command answers `after`; a read that names it contains what the command wrote and the reactions to it. Amounts are whole øre; days are calendar days in Europe/Copenhagen.',
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'Glemsom contributors' },
    },
    servers: [{ url: '/', description: 'The process that serves this description' }],
    tags: apiTags.map((name) => ({ name, description: tagDescriptions[name] })),
    paths: { ...paths, ...healthPathDescriptions, ...transparencyPathDescriptions },
    components: {
      schemas: Object.fromEntries(schemas),
      headers: openApiResponseHeaders,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
