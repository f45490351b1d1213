import { either as E } from 'fp-ts'
import type { BorrowerId, GuardianshipId } from '../../values/ids'
import { refuseBorrowerCommand } from '../borrower-refusal'
import { acceptedWithoutChange, type DecideFromState } from '../decide-borrower-from-state'
import { decideWhenGuardianIsKnown } from '../decide-when-guardian-is-known'
import { GuardianEmailVerified } from '../events/guardian-email-verified'

/** Confirms that mail to an e-mail of the guardian is read. */
export interface VerifyGuardianEmail {
  readonly type: 'VerifyGuardianEmail'
  readonly borrower: BorrowerId
  readonly guardianship: GuardianshipId
  readonly email: string
}

/**
 * An e-mail that is verified already is no event. Refused: `BorrowerIsUnknown`, `GuardianIsUnknown` (the guardian was replaced
 * or removed since), `EmailIsUnknown` (it was changed since).
 */
export const decideVerifyGuardianEmail = ({ borrower, guardianship, email }: VerifyGuardianEmail): DecideFromState =>
  decideWhenGuardianIsKnown(guardianship, (known, guardian) => {
    if (!known.details.emails.includes(email)) return refuseBorrowerCommand('EmailIsUnknown')
    return known.verifiedEmails.includes(email)
      ? acceptedWithoutChange
      : E.right([GuardianEmailVerified({ borrower, guardian }, { guardian: { email } })])
  })
