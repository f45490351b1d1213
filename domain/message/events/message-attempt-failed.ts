import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, MessageId } from '../../values/ids'
import { AttemptFailureReason } from '../sending-failure-reason'

/** The message could not be sent, and will be tried again. */
export const MessageAttemptFailed = defineEvent('MessageAttemptFailed', 1, {
  open: { message: MessageId },
  sealed: { message: { borrower: BorrowerId, reason: AttemptFailureReason, triedOn: Day } },
})
export type MessageAttemptFailed = EventOf<typeof MessageAttemptFailed>
