import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import { refuseBorrowerCommand } from '../borrower-refusal'
import type { CurrentContact } from '../borrower-state'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { EmailVerified } from '../events/email-verified'

/** Confirms that mail to an e-mail of the borrower is read. */
export interface VerifyEmail {
  readonly type: 'VerifyEmail'
  readonly borrower: BorrowerId
  readonly email: string
}

const hasEmail = ({ known }: CurrentContact, email: string): boolean =>
  known._tag === 'Plain' && known.value.details.emails.includes(email)

const isVerified = ({ known }: CurrentContact, email: string): boolean =>
  known._tag === 'Plain' && known.value.verifiedEmails.includes(email)

/** An e-mail that is verified already is no event. Refused: `BorrowerIsUnknown`, `EmailIsUnknown` (it was changed since). */
export const decideVerifyEmail = ({ borrower, email }: VerifyEmail): DecideFromState =>
  decideWhenRegistered(({ contact }) => {
    if (!hasEmail(contact, email)) return refuseBorrowerCommand('EmailIsUnknown')
    return isVerified(contact, email)
      ? acceptedWithoutChange
      : E.right([EmailVerified({ borrower, contact: contact.contact }, { contact: { email } })])
  })
