import * as t from 'io-ts'

/**
 * Blokeringsårsag, with the letters of the national systems: O card stolen, U exclusion, F extended exclusion, S
 * blocked by a self-service machine, W registered on the website and not yet confirmed, D deceased. (E, debt, is
 * computed and stands in no event.)
 */
export const BlockReason = t.keyof({ O: null, U: null, F: null, S: null, W: null, D: null })
export type BlockReason = t.TypeOf<typeof BlockReason>
