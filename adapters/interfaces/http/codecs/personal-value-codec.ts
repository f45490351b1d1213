import * as t from 'io-ts'
import type { ScopeClass } from '../../../../domain/event/scope-class'

/** The codec of a personal value. Auditors see a mark that names its scope class instead. */
interface PersonalCodec<A> extends t.Type<A> {
  readonly inner: t.Mixed
  readonly class: ScopeClass
}

/** Marks a value of an answer as personal. */
export const personalValueCodec =
  (name: ScopeClass) =>
  <C extends t.Mixed>(codec: C): PersonalCodec<t.TypeOf<C>> => {
    const is = (u: unknown): u is t.TypeOf<C> => codec.is(u)
    const marked = new t.Type<t.TypeOf<C>>(
      codec.name,
      is,
      (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
      (a) => a,
    )
    return Object.assign(marked, { inner: codec, class: name })
  }

export const isPersonalCodec = (codec: t.Mixed): codec is PersonalCodec<unknown> => 'inner' in codec && 'class' in codec
