import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, MessageId } from '../../values/ids'
import { MessageChannel, MessageChannelOfVersion1 } from '../message-channel'
import { MessageItem } from '../message-item'

const open = { message: MessageId }
const outcome = { borrower: BorrowerId, address: nullable(t.string), sentOn: Day }

/** The first version: without Digital Post, and without what was told in the end. */
export const MessageSentVersion1: AnyEventDefinition & { readonly type: 'MessageSent' } = defineEvent(
  'MessageSent',
  1,
  {
    open,
    sealed: { message: { ...outcome, channel: MessageChannelOfVersion1 } },
  },
)

/**
 * A server or a gateway took the message, or staff printed the letter. `address` is null for a letter and for Digital
 * Post, which is addressed by the CPR number. `items` is what the message told when it was sent; null when that is what
 * it was made of.
 */
export const MessageSent = defineEvent(
  'MessageSent',
  2,
  {
    open,
    sealed: {
      message: { ...outcome, channel: MessageChannel, items: nullable(t.readonlyArray(MessageItem)) },
    },
  },
  { open: (sent) => sent, sealed: { message: (part) => ({ ...(part as object), items: null }) } },
)
export type MessageSent = EventOf<typeof MessageSent>
