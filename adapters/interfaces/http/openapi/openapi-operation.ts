import type { JsonSchema } from '../codecs/codec-with-schema'
import type { AnyObjectCodec } from '../codecs/object-codec'
import { mediaTypesByFormat } from '../route/answer-format'
import type { Route } from '../route/route'
import { answerHeaderReferences, problemHeaderReferences } from './open-api-response-headers'
import { fieldDescription } from './field-descriptions'
import { minimalRequestExample, type RequestExample, type RequestExamples } from './request-example'
import { jsonSchemaOf, type NamedSchemas } from './json-schema-of'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
  readonly example?: string
}

const withExample = (example: string | undefined) => (example === undefined ? {} : { example })

const parametersIn =
  (schemas: NamedSchemas, { parameters = {} }: RequestExample) =>
  (location: 'path' | 'query', { name: owner, required, optional }: AnyObjectCodec): ReadonlyArray<Parameter> =>
    Object.entries({ ...required, ...optional }).map(([name, codec]) => ({
      name,
      in: location,
      required: Object.hasOwn(required, name),
      description: fieldDescription(owner, name) ?? name,
      schema: jsonSchemaOf(schemas)(codec),
      ...withExample(parameters[name]),
    }))

const headerParameter = (name: string, required: boolean, description: string): Parameter => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', maxLength: 200 },
})

const afterParameter: Parameter = {
  name: 'after',
  in: 'query',
  required: false,
  description: 'The `after` that a command answered: the read contains what that command wrote and the reactions to it',
  schema: { type: 'string' },
}

const commandHeaders = (route: Route, { ifMatch: etag }: RequestExample): ReadonlyArray<Parameter> => [
  headerParameter(
    'Idempotency-Key',
    false,
    'A repeat with the same key gets the first answer, for 14 days after the act; another request with it is refused',
  ),
  ...(route.ifMatch === 'no'
    ? []
    : [
        {
          ...headerParameter('If-Match', route.ifMatch === 'must', 'The ETag that was read, in quotes'),
          ...withExample(route.ifMatch === 'must' ? etag : undefined),
        },
      ]),
]

const parametersOf = (schemas: NamedSchemas, route: Route, example: RequestExample): ReadonlyArray<Parameter> => [
  ...parametersIn(schemas, example)('path', route.params),
  ...parametersIn(schemas, example)('query', route.query),
  ...(route.kind === 'read' ? [afterParameter] : commandHeaders(route, example)),
]

const problemStatuses = (route: Route): ReadonlyArray<number> => [
  400,
  ...(route.roles === 'anyone' ? [] : [401, 403]),
  ...(Object.keys(route.params.required).length === 0 ? [] : [404]),
  ...(route.kind === 'command' ? [409, 410, 422] : []),
  406,
  413,
  415,
  ...(route.ifMatch === 'no' ? [] : [412]),
  ...(route.ifMatch === 'must' ? [428] : []),
  ...route.extraStatuses,
  500,
  503,
]

const problemDescriptions: Readonly<Record<number, string>> = {
  401: 'The token is missing or refused: `because` and `WWW-Authenticate` say why',
  403: 'The role does not allow it: `roles` names those that may',
  406: 'The answer has no type that `Accept` allows',
  412: 'It has changed since it was read',
  413: 'The body is larger than 64 kB',
  415: 'The body is not JSON in UTF-8',
  428: 'The ETag that was read is not sent as `If-Match`',
  429: 'Too many wrong PINs, or too many links to verify an e-mail',
  500: 'An unexpected error, or damaged data',
  503: 'A store, the keys or the issuer of tokens is unavailable: try again',
  400: 'The request is malformed or incomplete; `errors` points to each invalid place',
  404: 'What the path (or the token) names does not exist',
  409: 'The state of the library does not allow it now',
  410: 'What the request names has been forgotten',
  422: 'A rule refuses it, or the body names something that does not exist; then `errors` points to the member',
}

/** The response with a problem of a status. */
export const problemResponse = (status: number) => ({
  description: problemDescriptions[status] ?? 'Why the request failed, in Danish or English',
  headers: problemHeaderReferences(status),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** Node answers this before it reads the request, without a body. */
export const headersTooLargeResponseSchema = { description: 'The headers are larger than 16 KiB' }

const toTextContent = ({ mediaType, description }: Route['textRepresentations'][number]) =>
  [mediaType, { schema: { type: 'string', description } }] as const

const responsesOf = (schemas: NamedSchemas, route: Route): JsonSchema => ({
  ...Object.fromEntries(problemStatuses(route).map((status) => [status, problemResponse(status)])),
  431: headersTooLargeResponseSchema,
  [route.status]: {
    description: route.summary,
    headers: answerHeaderReferences(route),
    content: {
      ...Object.fromEntries(
        mediaTypesByFormat[route.format].map((type) => [type, { schema: jsonSchemaOf(schemas)(route.answer) }]),
      ),
      ...Object.fromEntries(route.textRepresentations.map(toTextContent)),
    },
  },
})

const rolesText = ({ roles }: Route): string => (roles === 'anyone' ? 'anyone, without a token' : roles.join(', '))

const binary = { schema: { type: 'string', format: 'binary' } }

const videoBody = {
  required: true,
  content: Object.fromEntries(mediaTypesByFormat.video.map((type) => [type, binary])),
}

/** The OpenAPI operation of a route, with an example of a request. */
export const openApiOperation =
  (schemas: NamedSchemas, examples: RequestExamples) =>
  (route: Route): JsonSchema => {
    const example = examples[route.name] ?? minimalRequestExample(route)
    return {
      operationId: route.name,
      summary: route.summary,
      description: `For: ${rolesText(route)}.`,
      tags: [route.tag],
      security: route.roles === 'anyone' ? [] : [{ token: [] }],
      parameters: parametersOf(schemas, route, example),
      ...(route.receives === 'video' ? { requestBody: videoBody } : {}),
      ...(route.body === undefined
        ? {}
        : {
            requestBody: {
              required: true,
              content: { 'application/json': { schema: jsonSchemaOf(schemas)(route.body), example: example.body } },
            },
          }),
      responses: responsesOf(schemas, route),
    }
  }
