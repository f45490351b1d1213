import { either as E } from 'fp-ts'
import type { BorrowerId, ContactId } from '../../values/ids'
import type { ContactDetails } from '../contact-details'
import { contactDetailsEq } from '../contact-details-eq'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
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
  (current: CurrentContact): boolean =>
    current.details._tag === 'Plain' && contactDetailsEq.equals(details, current.details.value)

/** When the details are the same, there is no event. Refused: `BorrowerIsUnknown`. */
export const decideChangeContact = ({ borrower, contact, contactDetails: details }: ChangeContact): DecideFromState =>
  decideWhenRegistered((registered) =>
    isUnchanged(details)(registered.contact)
      ? acceptedWithoutChange
      : E.right([
          ContactChanged({ borrower, contact, replaces: registered.contact.contact }, { contact: { details } }),
        ]),
  )
