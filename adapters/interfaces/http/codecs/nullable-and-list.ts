import * as t from 'io-ts'

/** A value or `null`. */
export const nullableCodec = <A>(codec: t.Type<A>): t.Type<A | null> => t.union([codec, t.null])

/** A list. */
export const listCodec = <A>(codec: t.Type<A>): t.Type<ReadonlyArray<A>> => t.readonlyArray(codec)
