import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { BorrowerId, ContactId } from '../../values/ids'
import { contactFields } from '../contact-details'
import { ContactDetailsVersion1, upcastContactPart } from '../contact-details-version1'

const open = { borrower: BorrowerId, contact: ContactId, replaces: ContactId }

/** The first version, with one e-mail. */
export const ContactChangedVersion1: AnyEventDefinition & { readonly type: 'ContactChanged' } = defineEvent(
  'ContactChanged',
  1,
  { open, sealed: { contact: { details: ContactDetailsVersion1 } } },
)

/** The contact details changed. The old ones are erased with the closing of the next month. */
export const ContactChanged = defineEvent(
  'ContactChanged',
  2,
  { open, sealed: { contact: contactFields } },
  { open: (part) => part, sealed: { contact: upcastContactPart } },
)
export type ContactChanged = EventOf<typeof ContactChanged>
