import * as t from 'io-ts'
import type { TranslatedText } from '../problems/http-problem-text'
import { codecWithSchema } from './codec-with-schema'
import type { ObjectCodec } from './object-codec'

/** A rule for one field that depends on other fields. */
interface FieldRule<A> {
  readonly field: keyof A & string
  readonly holds: (value: A) => boolean
  readonly errorText: TranslatedText
}

/** Adds a rule to an object codec. An object that breaks the rule is refused at the field of the rule. */
export const withFieldRule =
  <A>({ field, holds, errorText }: FieldRule<A>) =>
  (codec: ObjectCodec<A>): ObjectCodec<A> => {
    const isValid = (u: unknown): u is A => codec.is(u) && holds(u)
    const errorOf = codecWithSchema(
      'Suited',
      (_u): _u is never => false,
      {},
      () => errorText,
    )
    const ruleCodec = new t.Type<A>(
      codec.name,
      isValid,
      (u, context) => {
        const decoded = codec.validate(u, context)
        if (decoded._tag === 'Left' || holds(decoded.right)) return decoded
        const value = decoded.right[field]
        return t.failure(value, t.appendContext(context, field, errorOf, value))
      },
      (a) => a,
    )
    return Object.assign(ruleCodec, { required: codec.required, optional: codec.optional })
  }
