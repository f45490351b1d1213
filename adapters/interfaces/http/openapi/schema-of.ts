import * as t from 'io-ts'
import { Ore } from '../../../../domain/values/ore'
import type { Form } from '../../../../domain/values/branded'
import { isDescribed, type JsonSchema } from '../codecs/described'
import { isPersonal } from '../codecs/personal'
import { isShape, type Fields, type AnyShape } from '../codecs/shape'

/** Named schemas found on the way, for the components of a description. */
export type Named = Map<string, JsonSchema>

const isForm = (codec: t.Mixed): codec is t.Mixed & Form => 'form' in codec && 'example' in codec

const mark = (name: string): JsonSchema => ({
  type: 'object',
  properties: { withheld: { const: name } },
  required: ['withheld'],
  additionalProperties: false,
})

const membersOf = (named: Named, fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([key, codec]) => [key, schemaOf(named)(codec)]))

const schemaOfShape = (named: Named, { required, optional }: AnyShape): JsonSchema => ({
  type: 'object',
  properties: membersOf(named, { ...required, ...optional }),
  required: Object.keys(required),
  additionalProperties: false,
})

const referTo = (named: Named, codec: AnyShape): JsonSchema => {
  if (!named.has(codec.name)) named.set(codec.name, schemaOfShape(named, codec))
  return { $ref: `#/components/schemas/${codec.name}` }
}

const byTag = (named: Named, codec: t.Mixed): JsonSchema => {
  if (codec instanceof t.StringType) return { type: 'string' }
  if (codec instanceof t.NumberType) return { type: 'number' }
  if (codec instanceof t.BooleanType) return { type: 'boolean' }
  if (codec instanceof t.NullType) return { type: 'null' }
  if (codec instanceof t.LiteralType) return { const: codec.value as unknown }
  if (codec instanceof t.KeyofType) return { type: 'string', enum: Object.keys(codec.keys as object) }
  if (codec instanceof t.UnionType)
    return { anyOf: (codec.types as ReadonlyArray<t.Mixed>).map((one) => schemaOf(named)(one)) }
  if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType)
    return { type: 'array', items: schemaOf(named)(codec.type as t.Mixed) }
  if (codec instanceof t.DictionaryType)
    return { type: 'object', additionalProperties: schemaOf(named)(codec.codomain as t.Mixed) }
  return {}
}

/** The JSON Schema of a codec; shapes are named, and referred to. A codec that io-ts cannot tell is anything. */
export const schemaOf =
  (named: Named) =>
  (codec: t.Mixed): JsonSchema => {
    if (isShape(codec)) return referTo(named, codec)
    if (isPersonal(codec)) return { anyOf: [schemaOf(named)(codec.inner), mark(codec.class)] }
    if (isDescribed(codec)) return codec.schema
    if (isForm(codec)) return { type: 'string', pattern: codec.form.source, examples: [codec.example] }
    return codec === Ore ? { type: 'integer', minimum: 0, description: 'øre' } : byTag(named, codec)
  }
