import * as t from 'io-ts'
import { Ore } from '../../../../domain/values/ore'
import { isBoundedListCodec } from '../codecs/bounded-list-codec'
import { hasJsonSchema, type JsonSchema } from '../codecs/codec-with-schema'
import { isObjectCodec } from '../codecs/object-codec'
import { isPersonalCodec } from '../codecs/personal-value-codec'

const exampleOfSchema = ({ examples, minimum }: JsonSchema): unknown =>
  Array.isArray(examples) ? (examples[0] as unknown) : minimum

const exampleOfUnion = (types: ReadonlyArray<t.Mixed>): unknown =>
  types.some((type) => type instanceof t.NullType) ? null : types[0] && exampleOfCodec(types[0])

/**
 * A value that a codec accepts: for an object its required members only, `null` where that is allowed. Undefined when the
 * codec tells no example.
 */
export const exampleOfCodec = (codec: t.Mixed): unknown => {
  if (isObjectCodec(codec))
    return Object.fromEntries(Object.entries(codec.required).map(([key, member]) => [key, exampleOfCodec(member)]))
  if (isPersonalCodec(codec)) return exampleOfCodec(codec.inner)
  if (isBoundedListCodec(codec)) return [exampleOfCodec(codec.items)]
  if ('example' in codec) return codec.example
  if (hasJsonSchema(codec)) return exampleOfSchema(codec.schema)
  if (codec === Ore) return 24900
  if (codec instanceof t.ReadonlyArrayType) return [exampleOfCodec(codec.type as t.Mixed)]
  if (codec instanceof t.UnionType) return exampleOfUnion(codec.types as ReadonlyArray<t.Mixed>)
  if (codec instanceof t.KeyofType) return Object.keys(codec.keys as object)[0]
  if (codec instanceof t.LiteralType) return codec.value as unknown
  return codec instanceof t.BooleanType ? true : undefined
}
