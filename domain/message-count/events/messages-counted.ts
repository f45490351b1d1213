import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, MessageCountId } from '../../values/ids'
import { Month } from '../../values/month'
import { MessageCount } from '../message-count'

/** A month's closing counted the messages to a borrower by kind. Whose they are is sealed: one entry has one size. */
export const MessagesCounted = defineEvent('MessagesCounted', 1, {
  open: { messageCount: MessageCountId, month: Month },
  sealed: { messageCount: { borrower: BorrowerId, counts: t.readonlyArray(MessageCount), padding: t.string } },
})
export type MessagesCounted = EventOf<typeof MessagesCounted>
