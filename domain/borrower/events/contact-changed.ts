import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, ContactId } from '../../values/ids'
import { ContactDetails } from '../contact-details'

/** The contact details changed. The old ones are erased with the closing of the next month. */
export const ContactChanged = defineEvent('ContactChanged', 1, {
  open: { borrower: BorrowerId, contact: ContactId, replaces: ContactId },
  sealed: { contact: { details: ContactDetails } },
})
export type ContactChanged = EventOf<typeof ContactChanged>
