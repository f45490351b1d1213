import * as t from 'io-ts'
import { nullable, exactRecord } from '../event/exact-record'

/**
 * How the library reaches a borrower or a guardian. Text messages go to `mobileForNotices`, which is one of `phones`, and
 * mails to `emailForNotices`, which is one of `emails`.
 */
export const ContactDetails = exactRecord('Contact', {
  careOf: nullable(t.string),
  address: nullable(t.string),
  phones: t.readonlyArray(t.string),
  mobileForNotices: nullable(t.string),
  emails: t.readonlyArray(t.string),
  emailForNotices: nullable(t.string),
})
export type ContactDetails = t.TypeOf<typeof ContactDetails>

/** The members of what the library knows of how it reaches a borrower. Mail goes to verified e-mails only. */
export const contactFields = { details: ContactDetails, verifiedEmails: t.readonlyArray(t.string) }
