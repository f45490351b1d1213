import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, MessageId } from '../../values/ids'
import { AttemptFailureReason, SendingFailureReason } from '../sending-failure-reason'

const open = { message: MessageId }

/** The first version: with fewer reasons. */
export const MessageFailedVersion1: AnyEventDefinition & { readonly type: 'MessageFailed' } = defineEvent(
  'MessageFailed',
  1,
  {
    open,
    sealed: { message: { borrower: BorrowerId, reason: AttemptFailureReason, failedOn: Day } },
  },
)

/** The message was not sent, and will not be tried again. */
export const MessageFailed = defineEvent(
  'MessageFailed',
  2,
  { open, sealed: { message: { borrower: BorrowerId, reason: SendingFailureReason, failedOn: Day } } },
  { open: (failed) => failed, sealed: { message: (part) => part } },
)
export type MessageFailed = EventOf<typeof MessageFailed>
