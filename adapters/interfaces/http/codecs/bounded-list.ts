import * as t from 'io-ts'
import { codecWithSchema, type WithJsonSchema } from './codec-with-schema'

/** A list with at most `maxLength` items. */
export const boundedList = <A>(
  maxLength: number,
  codec: t.Type<A> & WithJsonSchema,
): t.Type<ReadonlyArray<A>> & WithJsonSchema => {
  const list = t.readonlyArray(codec)
  const boundedCodec = codecWithSchema(
    'AtMost',
    (u): u is ReadonlyArray<A> => list.is(u) && u.length <= maxLength,
    { type: 'array', items: codec.schema, maxItems: maxLength },
    () => ({
      da: `skal være en liste på højst ${String(maxLength)}`,
      en: `must be a list of at most ${String(maxLength)}`,
    }),
  )
  const validate: typeof list.validate = (u, context) => {
    const decoded = list.validate(u, context)
    return decoded._tag === 'Left' ? decoded : boundedCodec.validate(u, context)
  }
  return Object.assign(new t.Type(boundedCodec.name, boundedCodec.is, validate, (a) => a), {
    schema: boundedCodec.schema,
    ...(boundedCodec.explain === undefined ? {} : { explain: boundedCodec.explain }),
  })
}
