import type { Day } from '../../../../domain/values/day'
import type { Month } from '../../../../domain/values/month'
import type { NamedBranch } from '../branches/branch-names'
import type { ShownContact } from '../contact/contact-details'

/** A month of a loan history. */
export interface ShownHistoryMonth {
  readonly month: Month
  readonly titles: ReadonlyArray<{ readonly title: string; readonly name: string | null }>
  readonly omitted: number
}

/** The loan history of a borrower, a page of months at a time. */
export interface ShownHistory {
  readonly consentedIn: Month | null
  readonly months: ReadonlyArray<ShownHistoryMonth>
  /** Leads to the older months; null when there are none. */
  readonly next: string | null
}

/** What a borrower sees of themself, and may change. */
export interface Profile {
  readonly name: string
  readonly number: string
  readonly contact: ShownContact
  readonly verifiedEmails: ReadonlyArray<string>
  readonly homeBranch: string
  readonly language: 'da' | 'en'
  readonly branches: ReadonlyArray<NamedBranch>
  readonly absence: { readonly from: Day; readonly until: Day | null } | undefined
  readonly cards: ReadonlyArray<{ readonly card: string; readonly number: string }>
  readonly history: ShownHistory
  /** The ETag under which all of it was read. */
  readonly etag: string
}

/** What stands in place of the profile once a card is reported stolen: the borrower is blocked, and cannot go on. */
export interface CardReported {
  readonly isCardReported: true
}
