import * as t from 'io-ts'

export type Fields = Readonly<Record<string, t.Mixed>>
type Members<F extends Fields> = { readonly [K in keyof F]: t.TypeOf<F[K]> }
export type ShapeOf<F extends Fields, O extends Fields> = Members<F> & Partial<Members<O>>

/** A record that can be looked into: which members it must have, and which it may have. */
export interface Shape<A> extends t.Type<A> {
  readonly required: Fields
  readonly optional: Fields
}

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const has = (object: object, key: string): boolean => Object.hasOwn(object, key)

/**
 * A record with these members and no others: a missing one, one of the wrong form and an unknown one are refused, each
 * at its place.
 */
export const shape = <F extends Fields, O extends Fields = Record<never, t.Mixed>>(
  name: string,
  required: F,
  optional?: O,
): Shape<ShapeOf<F, O>> => {
  const may: Fields = optional ?? {}
  const all: Fields = { ...required, ...may }
  const wanted = (u: object) => Object.entries(all).filter(([key]) => has(required, key) || has(u, key))
  const is = (u: unknown): u is ShapeOf<F, O> =>
    isObject(u) && wanted(u).every(([key, codec]) => codec.is(u[key])) && Object.keys(u).every((key) => has(all, key))
  const refusals = (u: Readonly<Record<string, unknown>>, context: t.Context): t.Errors => [
    ...wanted(u).flatMap(([key, codec]) => {
      const decoded = codec.validate(u[key], t.appendContext(context, key, codec, u[key]))
      return decoded._tag === 'Left' ? decoded.left : []
    }),
    ...Object.keys(u)
      .filter((key) => !has(all, key))
      .map((key) => ({ value: u[key], context: t.appendContext(context, key, t.never) })),
  ]
  const codec = new t.Type<ShapeOf<F, O>>(
    name,
    is,
    (u, context) => {
      if (is(u)) return t.success(u)
      return isObject(u) ? t.failures(refusals(u, context)) : t.failure(u, context)
    },
    (a) => a,
  )
  return Object.assign(codec, { required, optional: may })
}

export const isShape = (codec: t.Mixed): codec is Shape<unknown> => 'required' in codec && 'optional' in codec

/** Nothing at all: no parameters, no query, no body. */
export const nothing = shape('Nothing', {})
