import * as t from 'io-ts'

/** Sprog: the language of every message to the borrower. */
export const Language = t.union([t.literal('da'), t.literal('en')])
export type Language = t.TypeOf<typeof Language>
