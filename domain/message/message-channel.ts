import * as t from 'io-ts'

const channelsOfVersion1 = { email: null, sms: null, letter: null }

/** The channels that version 1 of `MessageSent` has. */
export const MessageChannelOfVersion1 = t.keyof(channelsOfVersion1)

/** How a message reaches the borrower. */
export const MessageChannel = t.keyof({ ...channelsOfVersion1, digitalPost: null })
export type MessageChannel = t.TypeOf<typeof MessageChannel>
