import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, GuardianId } from '../../values/ids'
import { upcastDetailsOfPart } from '../contact-details-version1'
import { guardianFields, guardianFieldsVersion1, guardianFieldsVersion2 } from '../guardian-details'
import { upcastVerifiedEmailsOfGuardian } from '../guardian-details-version2'

const open = { borrower: BorrowerId, guardian: GuardianId, replaces: nullable(GuardianId) }

/** The first version, with one e-mail. */
export const GuardianRegisteredVersion1: AnyEventDefinition & { readonly type: 'GuardianRegistered' } = defineEvent(
  'GuardianRegistered',
  1,
  { open, sealed: { guardian: guardianFieldsVersion1 } },
)

/** The second version, whose e-mails nobody had to verify. */
export const GuardianRegisteredVersion2: AnyEventDefinition & { readonly type: 'GuardianRegistered' } = defineEvent(
  'GuardianRegistered',
  2,
  { open, sealed: { guardian: guardianFieldsVersion2 } },
  { open: (part) => part, sealed: { guardian: upcastDetailsOfPart } },
)

/**
 * A guardian answers for the borrower, in place of an earlier one (`replaces`), if any. What was known of the earlier one is
 * erased with the closing of the next month.
 */
export const GuardianRegistered = defineEvent(
  'GuardianRegistered',
  3,
  { open, sealed: { guardian: guardianFields } },
  { open: (part) => part, sealed: { guardian: upcastVerifiedEmailsOfGuardian } },
)
export type GuardianRegistered = EventOf<typeof GuardianRegistered>
