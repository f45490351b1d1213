import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, ContactId } from '../../values/ids'

/** Somebody who reads the mail of this address has confirmed it. It is erased with the contact details that hold it. */
export const EmailVerified = defineEvent('EmailVerified', 1, {
  open: { borrower: BorrowerId, contact: ContactId },
  sealed: { contact: { email: t.string } },
})
export type EmailVerified = EventOf<typeof EmailVerified>
