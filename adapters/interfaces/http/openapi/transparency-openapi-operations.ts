import type { JsonSchema } from '../codecs/codec-with-schema'
import { headersTooLargeResponseSchema, problemResponse } from './openapi-operation'

/** `example` is of any library whose log has 256 signed events. */
const parameter = (name: string, description: string, schema: JsonSchema, example: string | number): JsonSchema => ({
  ...{ name, in: 'path', required: true, description, schema, example },
})

const log = parameter('log', 'The log', { enum: ['circulation', 'persons'] }, 'circulation')
const ofLevel = { type: 'integer', minimum: 0, maximum: 63 }
const level = parameter('level', 'The level of the hashes, 0 for those of entries', ofLevel, 0)
const tile = parameter(
  'tile',
  'The index of the tile in groups of three digits with slashes, as C2SP tlog-tiles writes it, and `.p/` with the width when it is not full: `000`, `x001/x234/067`, `272.p/112`',
  { type: 'string' },
  '000',
)

const text = { 'text/plain': { schema: { type: 'string' } } }
const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly parameters: ReadonlyArray<JsonSchema>
  readonly content: JsonSchema
  readonly readers: 'anyone' | 'auditors'
}

const operation = ({ operationId, summary, parameters, content, readers }: Described): JsonSchema => ({
  operationId,
  summary,
  description: readers === 'anyone' ? 'For: anyone, without a token.' : 'For: administrator, auditor.',
  security: readers === 'anyone' ? [] : [{ token: [] }],
  tags: ['Administration'],
  parameters,
  responses: {
    200: { description: summary, content },
    ...Object.fromEntries(
      [...(readers === 'anyone' ? [] : [401, 403]), 404, 500, 503].map((status) => [status, problemResponse(status)]),
    ),
    431: headersTooLargeResponseSchema,
  },
})

/** The descriptions of the trees of the logs. They are served as static files are, without the handling of routes. */
export const transparencyPathDescriptions: JsonSchema = {
  '/transparency/{log}/checkpoint': {
    get: operation({
      operationId: 'readCheckpoint',
      summary: 'Read the newest signed head of a log (C2SP tlog-checkpoint), with the cosignatures that it has',
      parameters: [log],
      content: text,
      readers: 'anyone',
    }),
  },
  '/transparency/{log}/keys': {
    get: operation({
      operationId: 'readHeadKeys',
      summary: 'Read the public keys that verify the heads of a log, one a line (C2SP signed-note)',
      parameters: [log],
      content: text,
      readers: 'anyone',
    }),
  },
  '/transparency/{log}/tile/{level}/{tile}': {
    get: operation({
      operationId: 'readTile',
      summary: 'Read hashes of the tree of a log, as far as the newest head has them (C2SP tlog-tiles)',
      parameters: [log, level, tile],
      content: bytes,
      readers: 'anyone',
    }),
  },
  '/transparency/{log}/tile/entries/{tile}': {
    get: operation({
      operationId: 'readEntries',
      summary: 'Read the records of events that are the leaves of the tree of a log (C2SP tlog-tiles)',
      parameters: [log, tile],
      content: bytes,
      readers: 'auditors',
    }),
  },
}
