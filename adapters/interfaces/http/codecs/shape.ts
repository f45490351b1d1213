import * as t from 'io-ts'

export type Fields = Readonly<Record<string, t.Mixed>>
type Members<F extends Fields> = { readonly [K in keyof F]: t.TypeOf<F[K]> }
export type ShapeOf<F extends Fields, O extends Fields> = Members<F> & Partial<Members<O>>

/** Which members a record must have, and which it may have. */
interface Inside {
  readonly required: Fields
  readonly optional: Fields
}

/** A record that can be looked into. */
export interface Shape<A> extends t.Type<A>, Inside {}

/** A record of whatever type. */
export type AnyShape = t.Mixed & Inside

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const has = (object: object, key: string): boolean => Object.hasOwn(object, key)

/**
 * A record with these members and no others: a missing one, one of the wrong form and an unknown one are refused, each
 * at its place. Further members may be left out.
 */
export function shape<F extends Fields>(name: string, required: F): Shape<Members<F>>
export function shape<F extends Fields, O extends Fields>(name: string, required: F, may: O): Shape<ShapeOf<F, O>>
export function shape<F extends Fields>(name: string, required: F, may: Fields = {}): Shape<Members<F>> {
  const all: Fields = { ...required, ...may }
  const wanted = (u: object) => Object.entries(all).filter(([key]) => has(required, key) || has(u, key))
  const is = (u: unknown): u is Members<F> =>
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
  const codec = new t.Type<Members<F>>(
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

export const isShape = (codec: t.Mixed): codec is AnyShape => 'required' in codec && 'optional' in codec

/** Nothing at all: no parameters, no query, no body. */
export const nothing = shape('Nothing', {})
