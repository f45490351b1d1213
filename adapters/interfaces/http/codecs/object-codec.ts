import * as t from 'io-ts'

export type FieldCodecs = Readonly<Record<string, t.Mixed>>
type FieldValues<F extends FieldCodecs> = { readonly [K in keyof F]: t.TypeOf<F[K]> }
type ObjectOf<F extends FieldCodecs, O extends FieldCodecs> = FieldValues<F> & Partial<FieldValues<O>>

/** The members that an object must have, and those that it may have. */
interface RequiredAndOptional {
  readonly required: FieldCodecs
  readonly optional: FieldCodecs
}

/** A codec of an object that tells its members. */
export interface ObjectCodec<A> extends t.Type<A>, RequiredAndOptional {}

/** An object codec of any type. */
export type AnyObjectCodec = t.Mixed & RequiredAndOptional

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const has = (object: object, key: string): boolean => Object.hasOwn(object, key)

/**
 * A codec of an object with these members and no others. A missing member, an invalid one and an unknown one are
 * refused, each at its own pointer. Optional members may be left out.
 */
export function objectCodec<F extends FieldCodecs>(name: string, required: F): ObjectCodec<FieldValues<F>>
export function objectCodec<F extends FieldCodecs, O extends FieldCodecs>(
  name: string,
  required: F,
  optional: O,
): ObjectCodec<ObjectOf<F, O>>
export function objectCodec<F extends FieldCodecs>(
  name: string,
  required: F,
  optional: FieldCodecs = {},
): ObjectCodec<FieldValues<F>> {
  const all: FieldCodecs = { ...required, ...optional }
  const presentFields = (u: object) => Object.entries(all).filter(([key]) => has(required, key) || has(u, key))
  const is = (u: unknown): u is FieldValues<F> =>
    isObject(u) &&
    presentFields(u).every(([key, codec]) => codec.is(u[key])) &&
    Object.keys(u).every((key) => has(all, key))
  const validationErrors = (u: Readonly<Record<string, unknown>>, context: t.Context): t.Errors => [
    ...presentFields(u).flatMap(([key, codec]) => {
      const decoded = codec.validate(u[key], t.appendContext(context, key, codec, u[key]))
      return decoded._tag === 'Left' ? decoded.left : []
    }),
    ...Object.keys(u)
      .filter((key) => !has(all, key))
      .map((key) => ({ value: u[key], context: t.appendContext(context, key, t.never) })),
  ]
  const codec = new t.Type<FieldValues<F>>(
    name,
    is,
    (u, context) => {
      if (is(u)) return t.success(u)
      return isObject(u) ? t.failures(validationErrors(u, context)) : t.failure(u, context)
    },
    (a) => a,
  )
  return Object.assign(codec, { required, optional })
}

export const isObjectCodec = (codec: t.Mixed): codec is AnyObjectCodec => 'required' in codec && 'optional' in codec

/** No members: for routes without parameters, query or body. */
export const emptyObjectCodec = objectCodec('Nothing', {})
