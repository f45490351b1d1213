import * as t from 'io-ts'
import { Ore } from '../../../../domain/values/ore'
import type { StringForm } from '../../../../domain/values/branded-string-codec'
import { isBoundedListCodec } from '../codecs/bounded-list-codec'
import { hasJsonSchema, type JsonSchema } from '../codecs/codec-with-schema'
import { isPersonalCodec } from '../codecs/personal-value-codec'
import { kindOfShownValue } from '../../../../retention/promises/kinds-of-data'
import { fieldDescription } from './field-descriptions'
import { isObjectCodec, type FieldCodecs, type AnyObjectCodec } from '../codecs/object-codec'

/** Schemas of object codecs by name, collected for the components of the description. */
export type NamedSchemas = Map<string, JsonSchema>

const isPatternCodec = (codec: t.Mixed): codec is t.Mixed & StringForm => 'form' in codec && 'example' in codec

const uuidExample = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The format of a codec that has one in JSON Schema. */
const formatOf = ({ name, example }: t.Mixed & StringForm): string | undefined => {
  if (name === 'Day') return 'date'
  if (name === 'Instant') return 'date-time'
  return uuidExample.test(example) ? 'uuid' : undefined
}

const patternSchema = (codec: t.Mixed & StringForm): JsonSchema => {
  const format = formatOf(codec)
  return {
    type: 'string',
    ...(format === undefined ? {} : { format }),
    pattern: codec.form.source,
    examples: [codec.example],
  }
}

const withheldMark = (name: string): JsonSchema => ({
  type: 'object',
  description: 'What auditors see in place of a personal value, and staff in place of a protected name or address',
  properties: { withheld: { type: 'string', const: name, description: 'The class of the scope' } },
  required: ['withheld'],
  additionalProperties: false,
})

/** Adds what the member says, in words, to its schema. */
const describe = (owner: string, name: string, schema: JsonSchema): JsonSchema => {
  const description = fieldDescription(owner, name)
  return description === undefined ? schema : { ...schema, description }
}

/** Adds why the library holds a personal value, and until when, from the promises table. */
const describePersonalValue = (codec: t.Mixed, member: string, schema: JsonSchema): JsonSchema => {
  const kind = isPersonalCodec(codec) ? kindOfShownValue(codec.class, member) : undefined
  if (kind === undefined) return schema
  const { name, purpose, end } = kind
  const held = `Held as ${name.en} (${name.da}): ${purpose.en}. Until: ${end.en}`
  return {
    ...schema,
    description: typeof schema['description'] === 'string' ? `${schema['description']}. ${held}` : held,
  }
}

const propertySchemas = (schemas: NamedSchemas, owner: string, fields: FieldCodecs) =>
  Object.fromEntries(
    Object.entries(fields).map(([key, codec]) => [
      key,
      describePersonalValue(codec, key, describe(owner, key, jsonSchemaOf(schemas)(codec))),
    ]),
  )

const objectSchema = (schemas: NamedSchemas, { name, required, optional }: AnyObjectCodec): JsonSchema => ({
  type: 'object',
  properties: propertySchemas(schemas, name, { ...required, ...optional }),
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
  if (isBoundedListCodec(codec))
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
    if (isPatternCodec(codec)) return patternSchema(codec)
    return codec === Ore ? { type: 'integer', minimum: 0, description: 'øre' } : schemaByCodecType(schemas, codec)
  }
