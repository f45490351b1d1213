import * as t from 'io-ts'
import type { ScopeClass } from '../../../../domain/event/scope-class'

/** A value that belongs to a person, and is withheld from auditors; its mark names the class it is kept under. */
export interface Personal<A> extends t.Type<A> {
  readonly inner: t.Mixed
  readonly class: ScopeClass
}

/** Marks a member of an answer as personal. */
export const personal =
  (name: ScopeClass) =>
  <C extends t.Mixed>(codec: C): Personal<t.TypeOf<C>> => {
    const is = (u: unknown): u is t.TypeOf<C> => codec.is(u)
    const marked = new t.Type<t.TypeOf<C>>(
      codec.name,
      is,
      (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
      (a) => a,
    )
    return Object.assign(marked, { inner: codec, class: name })
  }

export const isPersonal = (codec: t.Mixed): codec is Personal<unknown> => 'inner' in codec && 'class' in codec
