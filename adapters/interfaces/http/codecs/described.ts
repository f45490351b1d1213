import * as t from 'io-ts'
import type { Words } from '../problems/words'

/** A JSON Schema (draft 2020-12, as OpenAPI 3.1 has it). */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A codec that brings its own schema, because io-ts cannot tell it; and its own words, where the schema says too little. */
export interface Described {
  readonly schema: JsonSchema
  /** What is wrong with a value, which is never repeated. */
  readonly wrong?: (u: unknown) => Words | undefined
}

/** A codec for values that a predicate knows. The predicate and the schema must say the same. */
export const described = <A>(
  name: string,
  is: (u: unknown) => u is A,
  schema: JsonSchema,
  wrong?: Described['wrong'],
): t.Type<A> & Described =>
  Object.assign(
    new t.Type<A>(
      name,
      is,
      (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
      (a) => a,
    ),
    { schema, ...(wrong === undefined ? {} : { wrong }) },
  )

export const isDescribed = (codec: t.Mixed): codec is t.Mixed & Described => 'schema' in codec
