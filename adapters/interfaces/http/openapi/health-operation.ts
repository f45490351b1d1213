import type { JsonSchema } from '../codecs/codec-with-schema'
import { headersTooLarge } from './openapi-operation'

const count: JsonSchema = { type: 'integer', minimum: 0 }
const names = (description: string): JsonSchema => ({ type: 'array', items: { type: 'string' }, description })

const object = (properties: Readonly<Record<string, JsonSchema>>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const valuesByName = (schema: JsonSchema, description: string): JsonSchema => ({
  type: 'object',
  additionalProperties: schema,
  description,
})

const lag: JsonSchema = object({
  events: {
    ...count,
    description:
      'Events that it has not read yet, of all its logs together. On KurrentDB at most 10,000: a larger number reads as 10,000',
  },
  seconds: {
    ...count,
    multipleOf: 10,
    description: 'For how long it has not been at the ends of its logs, in whole tens of seconds',
  },
})

/** The JSON Schema of the answer of `/health`. `behind` and `retention` are absent while a store does not answer. */
export const healthSchema: JsonSchema = object(
  {
    ok: { type: 'boolean', description: 'Whether all is well' },
    stores: valuesByName({ type: 'string' }, 'By store: `ok`, or the reason why it does not answer'),
    behind: valuesByName(lag, 'By projector and reactor: how far it is behind the ends of the logs. 0 at the end'),
    retention: {
      ...object({
        due: { ...count, description: 'Scopes whose deletion day has come' },
        overdue: { ...count, description: 'Scopes whose deletion day has passed: must be 0' },
        waitingFor: names('What delays erasing'),
        failed: names('The classes whose last erasing failed'),
      }),
      description: 'What is due for erasure',
    },
  },
  ['ok', 'stores'],
)

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } },
})

/** The description of `GET /health`. It is served without a token and without the handling of routes. */
export const healthOperation: JsonSchema = {
  operationId: 'readHealth',
  summary: 'Read the health of this process',
  description: 'For: anyone, without a token.',
  tags: ['Administration'],
  security: [],
  parameters: [],
  responses: {
    200: answer('The library is healthy, as measured at most ten seconds ago'),
    431: headersTooLarge,
    503: answer('A store does not answer, an erasure is overdue, or the last erasing failed'),
  },
}
