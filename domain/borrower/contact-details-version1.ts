import * as t from 'io-ts'
import { exactRecord, nullable } from '../event/exact-record'
import type { ContactDetails } from './contact-details'

/** Contact details as the earlier versions of events hold them: with one e-mail. */
export const ContactDetailsVersion1 = exactRecord('Contact', {
  careOf: nullable(t.string),
  address: nullable(t.string),
  phones: t.readonlyArray(t.string),
  mobileForNotices: nullable(t.string),
  email: nullable(t.string),
})
type ContactDetailsVersion1 = t.TypeOf<typeof ContactDetailsVersion1>

const emailsOf = ({ email }: ContactDetailsVersion1): ReadonlyArray<string> => (email === null ? [] : [email])

/** The one e-mail is the only one, and that for notices. */
const upcastDetails = ({ email, ...rest }: ContactDetailsVersion1): ContactDetails => ({
  ...rest,
  emails: email === null ? [] : [email],
  emailForNotices: email,
})

/** The sealed part of a guardian with the contact details of today. */
export const upcastDetailsOfPart = (part: unknown): unknown => {
  const { details, ...rest } = part as { readonly details: ContactDetailsVersion1 }
  return { ...rest, details: upcastDetails(details) }
}

/** The same of a borrower. The e-mail counts as verified: the library has sent its mail there. */
export const upcastContactPart = (part: unknown): unknown => ({
  ...(upcastDetailsOfPart(part) as object),
  verifiedEmails: emailsOf((part as { readonly details: ContactDetailsVersion1 }).details),
})
