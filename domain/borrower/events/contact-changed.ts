import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, ContactId } from '../../values/ids'
import { Contact } from '../contact'

/** New contact details; those before go with the closing of the next month. */
export const ContactChanged = defineEvent('ContactChanged', 1, {
  open: { borrower: BorrowerId, contact: ContactId, replaces: ContactId },
  sealed: { contact: { details: Contact } },
})
export type ContactChanged = EventOf<typeof ContactChanged>
