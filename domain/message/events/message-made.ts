import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, MessageId } from '../../values/ids'
import { MessageItem, PickUpPlace } from '../message-item'
import { MessageKind } from '../message-kind'

/** A message to a borrower was made, of one day and one kind. It is erased 30 days after the day. */
export const MessageMade = defineEvent('MessageMade', 1, {
  open: { message: MessageId, madeOn: Day },
  sealed: {
    message: {
      borrower: BorrowerId,
      kind: MessageKind,
      items: t.readonlyArray(MessageItem),
      pickUp: nullable(PickUpPlace),
    },
  },
})
export type MessageMade = EventOf<typeof MessageMade>
