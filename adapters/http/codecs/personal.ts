import * as t from 'io-ts'
import type { ScopeClass } from '../../../domain/event/scope-class'

/** A value that belongs to a person, and is withheld from auditors; its mark names the class it is kept under. */
export interface Personal<A> extends t.Type<A> {
  readonly inner: t.Mixed
  readonly class: ScopeClass
}

/** Marks a member of an answer as personal. */
export const personal =
  (name: ScopeClass) =>
  <A>(codec: t.Type<A>): Personal<A> =>
    Object.assign(new t.Type<A>(codec.name, (u): u is A => codec.is(u), codec.validate.bind(codec), codec.encode), {
      inner: codec,
      class: name,
    })

export const isPersonal = (codec: t.Mixed): codec is Personal<unknown> => 'inner' in codec && 'class' in codec
