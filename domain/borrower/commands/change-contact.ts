import { either as E, eq as Eq, readonlyArray as RA, string } from 'fp-ts'
import type { Eq as Equals } from 'fp-ts/Eq'
import type { BorrowerId, ContactId } from '../../values/ids'
import type { Contact } from '../contact'
import { nothingNew, whenRegistered, type Decision } from '../decision'
import { ContactChanged } from '../events/contact-changed'
import type { CurrentContact } from '../state'

/** A borrower can be reached in another way from now on. The new details stand under an id of their own. */
export interface ChangeContact {
  readonly type: 'ChangeContact'
  readonly borrower: BorrowerId
  readonly contact: ContactId
  readonly details: Contact
}

const maybe: Equals<string | null> = Eq.eqStrict
const sameContact: Equals<Contact> = Eq.struct({
  careOf: maybe,
  address: maybe,
  phones: RA.getEq(string.Eq),
  mobileForNotices: maybe,
  email: maybe,
})

const isUnchanged =
  (details: Contact) =>
  (current: CurrentContact): boolean =>
    current.details._tag === 'Plain' && sameContact.equals(details, current.details.value)

/** The same details again change nothing. Refused: `BorrowerIsUnknown`. */
export const changeContact = ({ borrower, contact, details }: ChangeContact): Decision =>
  whenRegistered((registered) =>
    isUnchanged(details)(registered.contact)
      ? nothingNew
      : E.right([
          ContactChanged({ borrower, contact, replaces: registered.contact.contact }, { contact: { details } }),
        ]),
  )
