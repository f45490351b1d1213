import type { JsonSchema } from '../codecs/codec-with-schema'
import type { FieldCodecs } from '../codecs/object-codec'
import type { Route } from '../route/route'
import { jsonSchemaOf, type NamedSchemas } from './json-schema-of'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

const parametersIn = (
  schemas: NamedSchemas,
  location: 'path' | 'query',
  fields: FieldCodecs,
  required: boolean,
): ReadonlyArray<Parameter> =>
  Object.entries(fields).map(([name, codec]) => ({
    name,
    in: location,
    required,
    schema: jsonSchemaOf(schemas)(codec),
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

const commandHeaders = ({ ifMatch }: Route): ReadonlyArray<Parameter> => [
  headerParameter(
    'Idempotency-Key',
    false,
    'A repeat with the same key gets the first answer, for 14 days after the act',
  ),
  ...(ifMatch === 'no' ? [] : [headerParameter('If-Match', ifMatch === 'must', 'The ETag that was read, in quotes')]),
]

const parametersOf = (schemas: NamedSchemas, route: Route): ReadonlyArray<Parameter> => [
  ...parametersIn(schemas, 'path', route.params.required, true),
  ...parametersIn(schemas, 'query', route.query.required, true),
  ...parametersIn(schemas, 'query', route.query.optional, false),
  ...(route.kind === 'read' ? [afterParameter] : commandHeaders(route)),
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
  400: 'The request is malformed or incomplete; `errors` points to each invalid place',
  404: 'What the path (or the token) names does not exist',
  409: 'The state of the library does not allow it now',
  410: 'What the request names has been forgotten',
  422: 'A rule refuses it, or the body names something that does not exist; then `errors` points to the member',
}

const problemResponse = (status: number) => ({
  description: problemDescriptions[status] ?? 'Why the request failed, in Danish or English',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** Node answers this before it reads the request, without a body. */
export const headersTooLarge = { description: 'The headers are larger than 16 KiB' }

const responsesOf = (schemas: NamedSchemas, route: Route): JsonSchema => ({
  ...Object.fromEntries(problemStatuses(route).map((status) => [status, problemResponse(status)])),
  431: headersTooLarge,
  [route.status]: {
    description: route.summary,
    content: { 'application/json': { schema: jsonSchemaOf(schemas)(route.answer) } },
  },
})

const rolesText = ({ roles }: Route): string => (roles === 'anyone' ? 'anyone, without a token' : roles.join(', '))

/** The OpenAPI operation of a route. */
export const openApiOperation =
  (schemas: NamedSchemas) =>
  (route: Route): JsonSchema => ({
    operationId: route.name,
    summary: route.summary,
    description: `For: ${rolesText(route)}.`,
    tags: [route.tag],
    security: route.roles === 'anyone' ? [] : [{ token: [] }],
    parameters: parametersOf(schemas, route),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchemaOf(schemas)(route.body) } },
          },
        }),
    responses: responsesOf(schemas, route),
  })
