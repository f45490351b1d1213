import type { JsonSchema } from '../codecs/codec-with-schema'
import { maxFieldErrors } from '../problems/field-errors'

const fieldError: JsonSchema = {
  type: 'object',
  properties: {
    in: { enum: ['body', 'query', 'path', 'header'] },
    pointer: { type: 'string' },
    detail: { type: 'string' },
  },
  required: ['in', 'pointer', 'detail'],
  additionalProperties: false,
}

/** The JSON Schema of problem details (RFC 9457). Further members differ by type: counts, days and reasons. */
export const problemSchema: JsonSchema = {
  type: 'object',
  properties: {
    type: { type: 'string', pattern: '^urn:glemsom:problem:[a-z-]+$' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    errors: { type: 'array', items: fieldError, maxItems: maxFieldErrors },
    because: { type: 'string', pattern: '^[a-z][A-Za-z]*$', description: 'The reason, spelled alike in each problem' },
    nationalCode: { type: 'string', description: 'The same reason under its name in the national systems' },
  },
  required: ['type', 'title', 'status', 'detail'],
}
