import * as t from 'io-ts'
import type { Words } from '../problems/words'
import { described } from './described'
import type { Shape } from './shape'

/** What one member of a record must be beside the others. */
export interface Rule<A> {
  readonly member: keyof A & string
  readonly holds: (value: A) => boolean
  readonly must: Words
}

/** A shape whose members must also suit each other; what does not is refused at its place. */
export const where =
  <A>({ member, holds, must }: Rule<A>) =>
  (codec: Shape<A>): Shape<A> => {
    const suits = (u: unknown): u is A => codec.is(u) && holds(u)
    const never = described(
      'Suited',
      (_u): _u is never => false,
      {},
      () => must,
    )
    const checked = new t.Type<A>(
      codec.name,
      suits,
      (u, context) => {
        const decoded = codec.validate(u, context)
        if (decoded._tag === 'Left' || holds(decoded.right)) return decoded
        const value = decoded.right[member]
        return t.failure(value, t.appendContext(context, member, never, value))
      },
      (a) => a,
    )
    return Object.assign(checked, { required: codec.required, optional: codec.optional })
  }
