import { defineEvent, type EventOf } from '../../event/define-event'
import { SendingFailureReason } from '../../message/sending-failure-reason'
import { BorrowerId, NoticeId } from '../../values/ids'

/** The notice can go neither by e-mail nor by SMS, and is not tried again. */
export const NoticeFailed = defineEvent('NoticeFailed', 1, {
  open: { notice: NoticeId },
  sealed: { notice: { borrower: BorrowerId, reason: SendingFailureReason } },
})
export type NoticeFailed = EventOf<typeof NoticeFailed>
