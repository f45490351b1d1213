import type { JsonSchema } from '../codecs/codec-with-schema'
import { changedLog, count, object, refusedErasure, witnessProblem } from './health-finding-schemas'
import { headersTooLargeResponseSchema } from './openapi-operation'

const names = (description: string): JsonSchema => ({ type: 'array', items: { type: 'string' }, description })

const valuesByName = (schema: JsonSchema, description: string): JsonSchema => ({
  type: 'object',
  additionalProperties: schema,
  description,
})

const lag: JsonSchema = object({
  events: {
    ...count,
    description:
      'Events that it has not read yet, of all its logs together, rounded down to a hundred. On KurrentDB at most 10,000: a larger number reads as 10,000',
  },
  seconds: {
    ...count,
    multipleOf: 10,
    description: 'For how long it has not been at the ends of its logs, in whole tens of seconds',
  },
})

const failingPart: JsonSchema = object({
  part: {
    type: 'string',
    description:
      'A log, the keys, the ring, what is folded from the logs, or the keys of the issuer that verify tokens (`issuerKeys`)',
  },
  since: { type: 'string', description: 'UTC, to the minute' },
  reason: { type: 'string', description: 'Why it fails' },
  whatToDo: { type: 'string', description: 'What an operator does about it' },
})

const damage: JsonSchema = {
  ...object({
    events: { ...count, minimum: 1, description: 'How many there are' },
    places: {
      type: 'array',
      maxItems: 20,
      description: 'The first of them',
      items: object({
        log: { enum: ['circulation', 'persons'], description: 'The log' },
        stream: { type: 'string', description: 'The stream in the log' },
        revision: { ...count, description: 'The index of the event in its stream' },
        reason: { type: 'string', description: 'Why the event cannot be read' },
      }),
    },
    whatToDo: { type: 'string', description: 'What an operator does about them' },
  }),
  type: ['object', 'null'],
  description: 'The events that were found damaged; everything else is served without them. Null while there are none',
}

const checkedFile: JsonSchema = object({
  file: { type: 'string', description: 'The name of the file' },
  status: { type: 'string', description: '`ok`, `not checked yet`, or what is wrong' },
  whatToDo: { type: ['string', 'null'], description: 'What an operator does about it; null when there is nothing' },
})

/** The JSON Schema of the answer of `/health`. Without the token of an administrator it is `ok` alone; `behind` and `retention` are absent while a store does not answer. */
export const healthSchema: JsonSchema = object(
  {
    ok: { type: 'boolean', description: 'Whether all is well' },
    stores: valuesByName({ type: 'string' }, 'By store: `ok`, or the reason why it does not answer'),
    failingParts: { type: 'array', items: failingPart, description: 'The parts that make commands or reads fail now' },
    damaged: damage,
    changedLogs: {
      type: 'array',
      items: changedLog,
      description: 'How the logs differ from what was read of them before',
    },
    witnesses: {
      type: 'array',
      items: witnessProblem,
      description: 'The witnesses that have not cosigned the newest head of a log, as of the last attempt',
    },
    keyBackup: {
      ...object({
        newest: {
          type: ['string', 'null'],
          description: 'The day of the newest backup that was read back; null while there is none',
        },
        isTooOld: {
          type: 'boolean',
          description: 'Whether it is older than half the days in escrow: make one, with `glemsom backup`',
        },
      }),
      type: ['object', 'null'],
      description: 'The backups of the keys; null where none is expected: in a demo, and on servers',
    },
    files: {
      type: 'array',
      items: checkedFile,
      description:
        'What the last check of each file of the logs and keys has found: whether its indexes agree with its tables. None when they are on servers',
    },
    behind: valuesByName(lag, 'By projector and reactor: how far it is behind the ends of the logs. 0 at the end'),
    retention: {
      ...object({
        due: { ...count, description: 'Scopes whose deletion day has come' },
        overdue: { ...count, description: 'Scopes whose deletion day has passed: must be 0' },
        waitingFor: names('What delays erasing'),
        failed: names('The classes whose last erasing failed'),
        refusedRuns: {
          type: 'array',
          items: refusedErasure,
          description: 'Declared erasures that the log does not justify',
        },
        rollWaitsFor: {
          type: ['string', 'null'],
          description: 'What the renewal of the wrapping keys waits for; null while it waits for nothing',
        },
      }),
      description: 'What is due for erasure',
    },
  },
  ['ok'],
)

/** The JSON Schema of the answers of `/health/live` and `/health/ready`. */
export const healthProbeAnswerSchema: JsonSchema = object({
  ok: { type: 'boolean', description: 'Whether it is so' },
})

const answer = (schema: string) => (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
})

const operation = (
  operationId: string,
  summary: string,
  access: JsonSchema,
  schema: string,
  descriptions: Readonly<Record<200 | 503, string>>,
): JsonSchema => ({
  operationId,
  summary,
  ...access,
  tags: ['Administration'],
  parameters: [],
  responses: {
    200: answer(schema)(descriptions[200]),
    431: headersTooLargeResponseSchema,
    503: answer(schema)(descriptions[503]),
  },
})

const forAnyone: JsonSchema = { description: 'For: anyone, without a token.', security: [] }

/** Anybody learns whether the library is well; an administrator learns more. */
const moreForAdministrators: JsonSchema = {
  description: 'For: anyone, without a token. The token of an administrator adds the details.',
  security: [{}, { token: [] }],
}

/** The descriptions of the paths that say how this process does. They are served without the handling of routes. */
export const healthPathDescriptions: JsonSchema = {
  '/health': {
    get: operation('readHealth', 'Read how well the library is, and what to do', moreForAdministrators, 'Health', {
      200: 'All is well, as measured at most ten seconds ago',
      503: 'A part fails, an event or a file is damaged, the newest backup of the keys is too old, an erasure is overdue, or the last erasing failed. Commands may still work',
    }),
  },
  '/health/live': {
    get: operation('readLiveness', 'Ask whether the process can go on by itself', forAnyone, 'ProcessStatus', {
      200: 'It can',
      503: 'Only a restart helps',
    }),
  },
  '/health/ready': {
    get: operation('readReadiness', 'Ask whether the process can do commands now', forAnyone, 'ProcessStatus', {
      200: 'It can',
      503: 'A part fails now; send no commands. A restart does not help',
    }),
  },
}
