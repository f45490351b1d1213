import * as t from 'io-ts'

/** Sprog: the language of messages to the borrower. */
export const MessageLanguage = t.union([t.literal('da'), t.literal('en')])
export type MessageLanguage = t.TypeOf<typeof MessageLanguage>
