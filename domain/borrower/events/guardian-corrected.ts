import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { BorrowerId, GuardianId } from '../../values/ids'
import { upcastDetailsOfPart } from '../contact-details-version1'
import { guardianFields, guardianFieldsVersion1, guardianFieldsVersion2 } from '../guardian-details'
import { upcastVerifiedEmailsOfGuardian } from '../guardian-details-version2'

const open = { borrower: BorrowerId, guardian: GuardianId, replaces: GuardianId }

/** The first version, with one e-mail. */
export const GuardianCorrectedVersion1: AnyEventDefinition & { readonly type: 'GuardianCorrected' } = defineEvent(
  'GuardianCorrected',
  1,
  { open, sealed: { guardian: guardianFieldsVersion1 } },
)

/** The second version, whose e-mails nobody had to verify. */
export const GuardianCorrectedVersion2: AnyEventDefinition & { readonly type: 'GuardianCorrected' } = defineEvent(
  'GuardianCorrected',
  2,
  { open, sealed: { guardian: guardianFieldsVersion2 } },
  { open: (part) => part, sealed: { guardian: upcastDetailsOfPart } },
)

/**
 * What is known of the guardian was corrected, by the guardian or by staff; it is the same guardianship. What was replaced is
 * erased with the closing of the next month.
 */
export const GuardianCorrected = defineEvent(
  'GuardianCorrected',
  3,
  { open, sealed: { guardian: guardianFields } },
  { open: (part) => part, sealed: { guardian: upcastVerifiedEmailsOfGuardian } },
)
export type GuardianCorrected = EventOf<typeof GuardianCorrected>
