/** How the library reaches somebody. Null where there is none, or where the address is withheld. */
export interface ShownContact {
  readonly careOf: string | null
  readonly address: string | null
  readonly phones: ReadonlyArray<string>
  readonly mobileForNotices: string | null
  readonly emails: ReadonlyArray<string>
  readonly emailForNotices: string | null
}

/** Contact details, and which of the e-mail addresses are verified. */
export interface KnownContact {
  readonly contact: ShownContact
  readonly verifiedEmails: ReadonlyArray<string>
}

/** Whether nothing is sent to the e-mail for notices, because it is not verified. */
export const isEmailUnverified = ({ contact: { emailForNotices }, verifiedEmails }: KnownContact): boolean =>
  emailForNotices !== null && !verifiedEmails.includes(emailForNotices)

/** Contact details of somebody of whom none are known. */
export const noContact: ShownContact = {
  ...{ careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null },
}
