import type { JsonSchema } from '../codecs/codec-with-schema'
import { headersTooLarge } from './openapi-operation'

const count: JsonSchema = { type: 'integer', minimum: 0 }
const names: JsonSchema = { type: 'array', items: { type: 'string' } }

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

const failingPart: JsonSchema = object({
  part: { type: 'string' },
  since: { type: 'string', description: 'UTC, to the minute' },
  reason: { type: 'string' },
  whatToDo: { type: 'string' },
})

const damage: JsonSchema = {
  ...object({
    events: { ...count, minimum: 1 },
    places: {
      type: 'array',
      maxItems: 20,
      items: object({
        log: { enum: ['circulation', 'persons'] },
        stream: { type: 'string' },
        revision: count,
        reason: { type: 'string' },
      }),
    },
    whatToDo: { type: 'string' },
  }),
  type: ['object', 'null'],
  description: 'The events that were found damaged; everything else is served without them. Null while there are none',
}

/** The JSON Schema of the answer of `/health`. `behind` and `retention` are absent while a store does not answer. */
export const healthSchema: JsonSchema = object(
  {
    ok: { type: 'boolean' },
    stores: valuesByName({ type: 'string' }, 'By store: `ok`, or the reason why it does not answer'),
    failingParts: { type: 'array', items: failingPart, description: 'The parts that make commands or reads fail now' },
    damaged: damage,
    behind: valuesByName(lag, 'By projector and reactor: how far it is behind the ends of the logs. 0 at the end'),
    retention: object({ due: count, overdue: count, waitingFor: names, failed: names }),
  },
  ['ok', 'stores', 'failingParts', 'damaged'],
)

/** The JSON Schema of the answers of `/health/live` and `/health/ready`. */
export const processStatusSchema: JsonSchema = object({ ok: { type: 'boolean' } })

const answer = (schema: string) => (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
})

const operation = (
  operationId: string,
  summary: string,
  schema: string,
  descriptions: Readonly<Record<200 | 503, string>>,
): JsonSchema => ({
  operationId,
  summary,
  tags: ['Administration'],
  security: [],
  parameters: [],
  responses: {
    200: answer(schema)(descriptions[200]),
    431: headersTooLarge,
    503: answer(schema)(descriptions[503]),
  },
})

/** The descriptions of the paths that say how this process does. They are served without the handling of routes. */
export const healthPaths: JsonSchema = {
  '/health': {
    get: operation('readHealth', 'Reads how well the library is, and what to do', 'Health', {
      200: 'All is well, as measured at most ten seconds ago',
      503: 'A part fails, an event is damaged, an erasure is overdue, or the last erasing failed. Commands may still work',
    }),
  },
  '/health/live': {
    get: operation('readLiveness', 'Asks whether the process can go on by itself', 'ProcessStatus', {
      200: 'It can',
      503: 'Only a restart helps',
    }),
  },
  '/health/ready': {
    get: operation('readReadiness', 'Asks whether the process can do commands now', 'ProcessStatus', {
      200: 'It can',
      503: 'A part fails now; send no commands. A restart does not help',
    }),
  },
}
