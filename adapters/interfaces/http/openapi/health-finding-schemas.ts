import type { JsonSchema } from '../codecs/codec-with-schema'

/** A number of something. */
export const count: JsonSchema = { type: 'integer', minimum: 0 }

/** An object with these members and no others. */
export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  required = Object.keys(properties),
): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

/** How a log differs from what was read of it before. */
export const changedLog = object({
  log: { type: 'string', description: 'The log' },
  kind: { type: 'string', description: '`EventsMissing`, `EventsInserted` or `EventsChanged`' },
})

/** A witness that has not cosigned the newest head of a log. */
export const witnessProblem = object({
  log: { type: 'string', description: 'The log whose newest head it has not cosigned' },
  witness: { type: 'string', description: 'The name of the witness' },
  problem: { type: 'string', description: 'Why it has not' },
  isContradiction: {
    type: 'boolean',
    description: 'Whether it has signed another tree than that of the log: then somebody changed the log',
  },
})

/** A declared erasure that the log does not justify. */
export const refusedErasure = object({
  log: { type: 'string', description: 'The log of the declaration' },
  stream: { type: 'string', description: 'The stream of the declaration' },
  revision: { ...count, description: 'The place of the declaration in its stream' },
  scopes: { ...count, description: 'How many scopes it declares' },
  reason: { type: 'string', description: 'Why it is refused' },
})
