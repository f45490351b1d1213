import * as t from 'io-ts'

/** How a message reaches the borrower. */
export const MessageChannel = t.keyof({ email: null, sms: null, letter: null })
export type MessageChannel = t.TypeOf<typeof MessageChannel>
