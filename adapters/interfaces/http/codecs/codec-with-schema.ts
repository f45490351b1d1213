import * as t from 'io-ts'
import type { TranslatedText } from '../problems/http-problem-text'

/** A JSON Schema (draft 2020-12, as in OpenAPI 3.1). */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * A codec with its own JSON Schema, because none can be derived from io-ts; and with its own error text where the
 * schema is not enough.
 */
export interface WithJsonSchema {
  readonly schema: JsonSchema
  /** Says what is wrong with a value, without repeating the value. */
  readonly explain?: (u: unknown) => TranslatedText | undefined
}

/** A codec made from a predicate and a JSON Schema. Both must accept the same values. */
export const codecWithSchema = <A>(
  name: string,
  is: (u: unknown) => u is A,
  schema: JsonSchema,
  explain?: WithJsonSchema['explain'],
): t.Type<A> & WithJsonSchema =>
  Object.assign(
    new t.Type<A>(
      name,
      is,
      (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
      (a) => a,
    ),
    { schema, ...(explain === undefined ? {} : { explain }) },
  )

export const hasJsonSchema = (codec: t.Mixed): codec is t.Mixed & WithJsonSchema => 'schema' in codec
