import * as t from 'io-ts'

/** A member that may have nothing to say: then it is `null`. */
export const nullable = <A>(codec: t.Type<A>): t.Type<A | null> => t.union([codec, t.null])

/** A list, in the order its answer explains. */
export const listOf = <A>(codec: t.Type<A>): t.Type<ReadonlyArray<A>> => t.readonlyArray(codec)
