/** How an e-mail is verified: by a link that is mailed to it. */
export interface EmailVerificationPolicy {
  /** How many hours a link can be used. */
  readonly linkHours: number
  /** How many links are mailed for one borrower, until a day has passed without one. */
  readonly mostLinks: number
}

/** "A link with a short-lived token." */
export const defaultEmailVerification: EmailVerificationPolicy = { linkHours: 24, mostLinks: 5 }
