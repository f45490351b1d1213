import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, MessageId } from '../../values/ids'
import { MessageItem, PickUpPlace } from '../message-item'
import { MessageKind, MessageKindOfVersion1 } from '../message-kind'

const open = { message: MessageId, madeOn: Day }
const content = { borrower: BorrowerId, items: t.readonlyArray(MessageItem), pickUp: nullable(PickUpPlace) }

/** The first version: with fewer kinds. */
export const MessageMadeVersion1: AnyEventDefinition & { readonly type: 'MessageMade' } = defineEvent(
  'MessageMade',
  1,
  {
    open,
    sealed: { message: { ...content, kind: MessageKindOfVersion1 } },
  },
)

/** A message to a borrower was made, of one day and one kind. It is erased 30 days after the day. */
export const MessageMade = defineEvent(
  'MessageMade',
  2,
  { open, sealed: { message: { ...content, kind: MessageKind } } },
  { open: (made) => made, sealed: { message: (part) => part } },
)
export type MessageMade = EventOf<typeof MessageMade>
