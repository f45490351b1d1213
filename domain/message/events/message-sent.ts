import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, MessageId } from '../../values/ids'
import { MessageChannel } from '../message-channel'

/** A mail server or a gateway took the message, or staff printed the letter. `address` is null for a letter. */
export const MessageSent = defineEvent('MessageSent', 1, {
  open: { message: MessageId },
  sealed: {
    message: { borrower: BorrowerId, channel: MessageChannel, address: nullable(t.string), sentOn: Day },
  },
})
export type MessageSent = EventOf<typeof MessageSent>
