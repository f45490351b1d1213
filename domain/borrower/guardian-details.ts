import * as t from 'io-ts'
import { exactRecord, nullable, type DecodedMembers } from '../event/exact-record'
import { BranchId, GuardianshipId } from '../values/ids'
import { Month } from '../values/month'
import { ContactDetails } from './contact-details'
import { ContactDetailsVersion1 } from './contact-details-version1'

/** The paper on which a guardian was registered: the month of its date, and the branch that keeps it. No copy is stored. */
export const GuardianPaper = exactRecord('GuardianPaper', { month: Month, branch: BranchId })
export type GuardianPaper = t.TypeOf<typeof GuardianPaper>

/** The members of what the library knows of a guardian in the second versions of events. */
export const guardianFieldsVersion2 = {
  guardianship: GuardianshipId,
  cpr: t.string,
  name: t.string,
  details: ContactDetails,
  /** Null when the guardian was not registered on paper. */
  paper: nullable(GuardianPaper),
}

/** The same in the first versions of events. */
export const guardianFieldsVersion1 = { ...guardianFieldsVersion2, details: ContactDetailsVersion1 }

/** The members of what the library knows of a guardian. Mail goes to verified e-mails only. */
export const guardianFields = { ...guardianFieldsVersion2, verifiedEmails: t.readonlyArray(t.string) }

/** The verified e-mails of a guardian that are among other contact details: they stay verified. */
export const verifiedEmailsAmong =
  ({ emails }: ContactDetails) =>
  ({ verifiedEmails }: Pick<GuardianDetails, 'verifiedEmails'>): ReadonlyArray<string> =>
    verifiedEmails.filter((email) => emails.includes(email))

/** Who answers for a borrower under 18, and how the library reaches them. They need not be a borrower. */
export type GuardianDetails = DecodedMembers<typeof guardianFields>
