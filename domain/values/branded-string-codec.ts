import * as t from 'io-ts'

declare const brand: unique symbol

/** A string that was checked to have the form of its name. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }

/** A codec whose decoded value is the same JSON value. */
type JsonCodec<A> = t.Type<A>

/** The pattern and an example of a string codec, for descriptions of interfaces. */
export interface StringForm {
  readonly form: RegExp
  readonly example: string
}

/**
 * A codec for strings of one form. An error message names the form and an example, and never the value: it may be
 * personal.
 */
export const brandedStringCodec = <Name extends string>(
  name: Name,
  form: RegExp,
  example: string,
  isValid: (text: string) => boolean = () => true,
): JsonCodec<Branded<Name>> & StringForm => {
  const is = (u: unknown): u is Branded<Name> => typeof u === 'string' && form.test(u) && isValid(u)
  const codec = new t.Type<Branded<Name>>(
    name,
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context, `must be a ${name}, such as ${example}`)),
    (a) => a,
  )
  return Object.assign(codec, { form, example })
}
