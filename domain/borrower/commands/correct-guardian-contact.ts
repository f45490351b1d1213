import { either as E } from 'fp-ts'
import type { BorrowerId, GuardianId, GuardianshipId } from '../../values/ids'
import { refuseBorrowerCommand } from '../borrower-refusal'
import type { ContactDetails } from '../contact-details'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
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
  decideWhenRegistered(({ guardian: current }) => {
    const { borrower, guardian, guardianship, contact } = command
    const known = current?.details._tag === 'Plain' ? current.details.value : undefined
    if (current === null || known?.guardianship !== guardianship) return refuseBorrowerCommand('GuardianIsUnknown')
    const details = { ...known, details: contact, verifiedEmails: verifiedEmailsAmong(contact)(known) }
    return guardianDetailsEq.equals(details, known)
      ? acceptedWithoutChange
      : E.right([GuardianCorrected({ borrower, guardian, replaces: current.guardian }, { guardian: details })])
  })
