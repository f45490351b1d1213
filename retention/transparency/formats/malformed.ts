import * as E from 'fp-ts/Either'

/** A text or bytes that are not in the format which they should be in. */
export interface Malformed {
  readonly _tag: 'Malformed'
  /** The format, and what is wrong. Nothing of the text itself. */
  readonly reason: string
}

export const malformed = (reason: string): E.Either<Malformed, never> => E.left({ _tag: 'Malformed', reason })
