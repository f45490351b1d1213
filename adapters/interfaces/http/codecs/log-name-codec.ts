import * as t from 'io-ts'

/** The name of one of the two logs. */
export const LogNameCodec = t.keyof({ circulation: null, persons: null })
