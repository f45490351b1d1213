import * as t from 'io-ts'
import { Ore } from '../../../../domain/values/ore'
import type { StringForm } from '../../../../domain/values/branded'
import { isBoundedList } from '../codecs/bounded-list'
import { hasJsonSchema, type JsonSchema } from '../codecs/codec-with-schema'
import { isPersonalCodec } from '../codecs/personal-value'
import { isObjectCodec, type FieldCodecs, type AnyObjectCodec } from '../codecs/object-codec'

/** Schemas of object codecs by name, collected for the components of the description. */
export type NamedSchemas = Map<string, JsonSchema>

const isPatternCodec = (codec: t.Mixed): codec is t.Mixed & StringForm => 'form' in codec && 'example' in codec

const withheldMark = (name: string): JsonSchema => ({
  type: 'object',
  properties: { withheld: { const: name } },
  required: ['withheld'],
  additionalProperties: false,
})

const propertySchemas = (schemas: NamedSchemas, fields: FieldCodecs) =>
  Object.fromEntries(Object.entries(fields).map(([key, codec]) => [key, jsonSchemaOf(schemas)(codec)]))

const objectSchema = (schemas: NamedSchemas, { required, optional }: AnyObjectCodec): JsonSchema => ({
  type: 'object',
  properties: propertySchemas(schemas, { ...required, ...optional }),
  required: Object.keys(required),
  additionalProperties: false,
})

const schemaReference = (schemas: NamedSchemas, codec: AnyObjectCodec): JsonSchema => {
  if (!schemas.has(codec.name)) schemas.set(codec.name, objectSchema(schemas, codec))
  return { $ref: `#/components/schemas/${codec.name}` }
}

const schemaByCodecType = (schemas: NamedSchemas, codec: t.Mixed): JsonSchema => {
  if (codec instanceof t.StringType) return { type: 'string' }
  if (codec instanceof t.NumberType) return { type: 'number' }
  if (codec instanceof t.BooleanType) return { type: 'boolean' }
  if (codec instanceof t.NullType) return { type: 'null' }
  if (codec instanceof t.LiteralType) return { const: codec.value as unknown }
  if (codec instanceof t.KeyofType) return { type: 'string', enum: Object.keys(codec.keys as object) }
  if (codec instanceof t.UnionType)
    return { anyOf: (codec.types as ReadonlyArray<t.Mixed>).map((member) => jsonSchemaOf(schemas)(member)) }
  if (isBoundedList(codec))
    return { type: 'array', items: jsonSchemaOf(schemas)(codec.items), maxItems: codec.maxItems }
  if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType)
    return { type: 'array', items: jsonSchemaOf(schemas)(codec.type as t.Mixed) }
  if (codec instanceof t.DictionaryType)
    return { type: 'object', additionalProperties: jsonSchemaOf(schemas)(codec.codomain as t.Mixed) }
  return {}
}

/**
 * The JSON Schema of a codec; an object codec becomes a reference to a named schema. For an unknown codec any value is
 * allowed.
 */
export const jsonSchemaOf =
  (schemas: NamedSchemas) =>
  (codec: t.Mixed): JsonSchema => {
    if (isObjectCodec(codec)) return schemaReference(schemas, codec)
    if (isPersonalCodec(codec)) return { anyOf: [jsonSchemaOf(schemas)(codec.inner), withheldMark(codec.class)] }
    if (hasJsonSchema(codec)) return codec.schema
    if (isPatternCodec(codec)) return { type: 'string', pattern: codec.form.source, examples: [codec.example] }
    return codec === Ore ? { type: 'integer', minimum: 0, description: 'øre' } : schemaByCodecType(schemas, codec)
  }
