import { either as E } from 'fp-ts'
import type { BorrowerId, ContactId } from '../../values/ids'
import type { ContactDetails } from '../contact-details'
import { contactDetailsEq } from '../contact-details-eq'
import { decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { ContactChanged } from '../events/contact-changed'
import type { CurrentContact } from '../borrower-state'

/** Changes the contact details of a borrower. The new details get an id of their own. */
export interface ChangeContact {
  readonly type: 'ChangeContact'
  readonly borrower: BorrowerId
  readonly contact: ContactId
  readonly contactDetails: ContactDetails
}

const isUnchanged =
  (details: ContactDetails) =>
  ({ known }: CurrentContact): boolean =>
    known._tag === 'Plain' && contactDetailsEq.equals(details, known.value.details)

/** The e-mails that were verified before stay so. */
const verifiedEmailsAmong =
  ({ emails }: ContactDetails) =>
  ({ known }: CurrentContact): ReadonlyArray<string> =>
    known._tag === 'Plain' ? known.value.verifiedEmails.filter((email) => emails.includes(email)) : []

/** The event of new contact details; none when they are the same. */
export const eventsOfChangedContact =
  ({ borrower, contact, contactDetails: details }: Omit<ChangeContact, 'type'>) =>
  (current: CurrentContact): ReadonlyArray<ContactChanged> =>
    isUnchanged(details)(current)
      ? []
      : [
          ContactChanged(
            { borrower, contact, replaces: current.contact },
            { contact: { details, verifiedEmails: verifiedEmailsAmong(details)(current) } },
          ),
        ]

/** When the details are the same, there is no event. Refused: `BorrowerIsUnknown`. */
export const decideChangeContact = (command: ChangeContact): DecideFromState =>
  decideWhenRegistered(({ contact }) => E.right(eventsOfChangedContact(command)(contact)))
