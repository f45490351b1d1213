import type { JsonSchema } from '../codecs/described'
import type { Fields } from '../codecs/shape'
import type { Route } from '../route/route'
import { schemaOf, type Named } from './schema-of'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

const parametersIn = (
  named: Named,
  where: 'path' | 'query',
  fields: Fields,
  required: boolean,
): ReadonlyArray<Parameter> =>
  Object.entries(fields).map(([name, codec]) => ({ name, in: where, required, schema: schemaOf(named)(codec) }))

const header = (name: string, required: boolean, description: string): Parameter => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', maxLength: 200 },
})

const after: Parameter = {
  name: 'after',
  in: 'query',
  required: false,
  description: 'What a command answered: the answer contains it, and what has followed from it',
  schema: { type: 'string' },
}

const commandHeaders = ({ ifMatch }: Route): ReadonlyArray<Parameter> => [
  header('Idempotency-Key', false, 'The same key again is answered with the first answer, for 14 days from the act'),
  ...(ifMatch === 'no' ? [] : [header('If-Match', ifMatch === 'must', 'The ETag that was read, in quotes')]),
]

const parametersOf = (named: Named, route: Route): ReadonlyArray<Parameter> => [
  ...parametersIn(named, 'path', route.params.required, true),
  ...parametersIn(named, 'query', route.query.required, true),
  ...parametersIn(named, 'query', route.query.optional, false),
  ...(route.kind === 'read' ? [after] : commandHeaders(route)),
]

const problems = (route: Route): ReadonlyArray<number> => [
  400,
  ...(route.roles === 'anyone' ? [] : [401, 403]),
  404,
  ...(route.kind === 'command' ? [409, 410, 422] : []),
  413,
  415,
  ...(route.ifMatch === 'no' ? [] : [412]),
  ...(route.ifMatch === 'must' ? [428] : []),
  ...route.refusals,
  500,
  503,
]

const problem = {
  description: 'Why not, in the language asked for',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** Answered before anything is read of the request, so without words. */
const headersTooLarge = { description: 'The headers are larger than 16 KiB' }

const responsesOf = (named: Named, route: Route): JsonSchema => ({
  ...Object.fromEntries(problems(route).map((status) => [status, problem])),
  431: headersTooLarge,
  [route.status]: {
    description: route.about,
    content: { 'application/json': { schema: schemaOf(named)(route.answer) } },
  },
})

const rolesInWords = ({ roles }: Route): string => (roles === 'anyone' ? 'anyone, anonymously' : roles.join(', '))

/** One operation of the description. */
export const operationOf =
  (named: Named) =>
  (route: Route): JsonSchema => ({
    operationId: route.name,
    summary: route.about,
    description: `For: ${rolesInWords(route)}.`,
    tags: [route.area],
    security: route.roles === 'anyone' ? [] : [{ token: [] }],
    parameters: parametersOf(named, route),
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(named)(route.body) } } } }),
    responses: responsesOf(named, route),
  })
