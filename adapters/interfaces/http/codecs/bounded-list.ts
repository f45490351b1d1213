import * as t from 'io-ts'
import { codecWithSchema, type JsonSchema, type WithJsonSchema } from './codec-with-schema'

/**
 * A list with at most `maxLength` items. The number is checked first: a longer list is refused without a look at its
 * items.
 */
export const boundedListOf = <A>(
  maxLength: number,
  codec: t.Type<A>,
  items: JsonSchema,
): t.Type<ReadonlyArray<A>> & WithJsonSchema => {
  const list = t.readonlyArray(codec)
  const boundedCodec = codecWithSchema(
    'AtMost',
    (u): u is ReadonlyArray<A> => Array.isArray(u) && u.length <= maxLength && list.is(u),
    { type: 'array', items, maxItems: maxLength },
    () => ({
      da: `skal være en liste på højst ${String(maxLength)}`,
      en: `must be a list of at most ${String(maxLength)}`,
    }),
  )
  const validate: typeof list.validate = (u, context) =>
    Array.isArray(u) && u.length <= maxLength ? list.validate(u, context) : boundedCodec.validate(u, context)
  return Object.assign(new t.Type(boundedCodec.name, boundedCodec.is, validate, (a) => a), {
    schema: boundedCodec.schema,
    ...(boundedCodec.explain === undefined ? {} : { explain: boundedCodec.explain }),
  })
}

/** The same for items that have a schema of their own. */
export const boundedList = <A>(maxLength: number, codec: t.Type<A> & WithJsonSchema) =>
  boundedListOf(maxLength, codec, codec.schema)
