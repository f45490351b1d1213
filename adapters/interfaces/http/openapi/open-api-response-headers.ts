import type { JsonSchema } from '../codecs/codec-with-schema'
import type { Route } from '../route/route'

const header = (description: string, schema: JsonSchema): JsonSchema => ({ description, schema })

/** The headers of answers, for the components of the description. */
export const openApiResponseHeaders: Readonly<Record<string, JsonSchema>> = {
  ETag: header('The state that the answer shows: send it as `If-Match` with a change', {
    type: 'string',
    pattern: '^"[^"]+"$',
    examples: ['"r3"'],
  }),
  Location: header('The path of what was made', { type: 'string', format: 'uri-reference' }),
  'Retry-After': header('After how many seconds to try again', { type: 'integer', minimum: 1 }),
  'WWW-Authenticate': header('What is wrong with the token or the role (RFC 6750)', {
    type: 'string',
    examples: ['Bearer realm="glemsom", error="invalid_token", error_description="The token has expired (exp)."'],
  }),
  'X-Request-Id': header('A random id of the request', { type: 'string', format: 'uuid' }),
  'Content-Disposition': header('The name of the file in which a browser saves the answer', {
    type: 'string',
    examples: ['attachment; filename="borrower-data.json"'],
  }),
  'Content-Language': header('The language of the texts', { type: 'string', enum: ['da', 'en'] }),
}

const references = (names: ReadonlyArray<string>): JsonSchema =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const waitingStatuses: ReadonlySet<number> = new Set([429, 503])
const accessStatuses: ReadonlySet<number> = new Set([401, 403])

/** The headers of a problem with that status. */
export const problemHeaderReferences = (status: number): JsonSchema =>
  references([
    ...(waitingStatuses.has(status) ? ['Retry-After'] : []),
    ...(accessStatuses.has(status) ? ['WWW-Authenticate'] : []),
    'Content-Language',
    'X-Request-Id',
  ])

/** The headers of what a route answers when it succeeds. */
export const answerHeaderReferences = ({ headers }: Pick<Route, 'headers'>): JsonSchema =>
  references([...headers, 'X-Request-Id'])
