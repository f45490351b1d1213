import type { GuardianDetails } from './guardian-details'

/** The e-mail for notices counts as verified: the library has sent its mail there. */
export const upcastVerifiedEmailsOfGuardian = (part: unknown): unknown => {
  const { emailForNotices } = (part as Pick<GuardianDetails, 'details'>).details
  return { ...(part as object), verifiedEmails: emailForNotices === null ? [] : [emailForNotices] }
}
