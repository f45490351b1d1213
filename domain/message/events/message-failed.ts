import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, MessageId } from '../../values/ids'
import { SendingFailureReason } from '../sending-failure-reason'

/** The message could not be sent, and will not be tried again. */
export const MessageFailed = defineEvent('MessageFailed', 1, {
  open: { message: MessageId },
  sealed: { message: { borrower: BorrowerId, reason: SendingFailureReason, failedOn: Day } },
})
export type MessageFailed = EventOf<typeof MessageFailed>
