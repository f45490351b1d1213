import { either as E } from 'fp-ts'
import type { BorrowerId, GuardianId, GuardianshipId } from '../../values/ids'
import type { ContactDetails } from '../contact-details'
import { acceptedWithoutChange, type DecideFromState } from '../decide-borrower-from-state'
import { decideWhenGuardianIsKnown } from '../decide-when-guardian-is-known'
import { GuardianCorrected } from '../events/guardian-corrected'
import { verifiedEmailsAmong } from '../guardian-details'
import { guardianDetailsEq } from '../guardian-details-eq'

/** A guardian corrects how the library reaches them. */
export interface CorrectGuardianContact {
  readonly type: 'CorrectGuardianContact'
  readonly borrower: BorrowerId
  readonly guardian: GuardianId
  /** Of the guardian who corrects. */
  readonly guardianship: GuardianshipId
  readonly contact: ContactDetails
}

/** The same contact details again are no event. E-mails that were verified before stay so. Refused: `BorrowerIsUnknown`, `GuardianIsUnknown`. */
export const decideCorrectGuardianContact = (command: CorrectGuardianContact): DecideFromState =>
  decideWhenGuardianIsKnown(command.guardianship, (known, replaces) => {
    const { borrower, guardian, contact } = command
    const details = { ...known, details: contact, verifiedEmails: verifiedEmailsAmong(contact)(known) }
    return guardianDetailsEq.equals(details, known)
      ? acceptedWithoutChange
      : E.right([GuardianCorrected({ borrower, guardian, replaces }, { guardian: details })])
  })
