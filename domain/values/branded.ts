import * as t from 'io-ts'

declare const brand: unique symbol

/** A string that has been checked to be what its name says. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }

/** A codec that takes and gives the same JSON value. */
export type Same<A> = t.Type<A>

/** What a codec for strings tells of itself, for descriptions of interfaces. */
export interface Form {
  readonly form: RegExp
  readonly example: string
}

/**
 * A codec for strings of one form. The message of a refusal names the form and gives an example,
 * and never repeats the value: it may be personal.
 */
export const branded = <Name extends string>(
  name: Name,
  form: RegExp,
  example: string,
  holds: (text: string) => boolean = () => true,
): Same<Branded<Name>> & Form => {
  const is = (u: unknown): u is Branded<Name> => typeof u === 'string' && form.test(u) && holds(u)
  const codec = new t.Type<Branded<Name>>(
    name,
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context, `must be a ${name}, such as ${example}`)),
    (a) => a,
  )
  return Object.assign(codec, { form, example })
}
