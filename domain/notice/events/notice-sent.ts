import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { MessageChannel } from '../../message/message-channel'
import { BorrowerId, NoticeId } from '../../values/ids'

/** A mail server or a gateway took the notice, or staff printed it. `address` is null for a letter. */
export const NoticeSent = defineEvent('NoticeSent', 1, {
  open: { notice: NoticeId },
  sealed: { notice: { borrower: BorrowerId, channel: MessageChannel, address: nullable(t.string) } },
})
export type NoticeSent = EventOf<typeof NoticeSent>
