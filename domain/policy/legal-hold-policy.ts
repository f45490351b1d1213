/** What a library lets be held. */
export interface LegalHoldPolicy {
  /** Whether recordings of video surveillance are held for a concrete dispute with a borrower, who is told of it. */
  readonly recordings: 'never' | 'forDisputes'
}

/** "Kept 30 days at most, then deleted": no recording is held, unless the library decides otherwise. */
export const defaultLegalHolds: LegalHoldPolicy = { recordings: 'never' }
