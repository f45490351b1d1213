import * as t from 'io-ts'

/** A JSON Schema (draft 2020-12, as OpenAPI 3.1 has it). */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A codec that brings its own schema, because io-ts cannot tell it. */
export interface Described {
  readonly schema: JsonSchema
}

/** A codec for values that a predicate knows. The predicate and the schema must say the same. */
export const described = <A>(name: string, is: (u: unknown) => u is A, schema: JsonSchema): t.Type<A> & Described =>
  Object.assign(
    new t.Type<A>(
      name,
      is,
      (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
      (a) => a,
    ),
    { schema },
  )

export const isDescribed = (codec: t.Mixed): codec is t.Mixed & Described => 'schema' in codec
