import { defaultInactivity } from '../../domain/policy/inactivity-policy'
import { footageDays, viewingDays } from '../../domain/policy/video-policy'

/** How long scopes are kept after they end: policy values, in calendar days of Europe/Copenhagen unless said otherwise. */
export interface RetentionPeriods {
  readonly loanDays: number
  readonly feeDays: number
  readonly paymentDays: number
  /** After the day of a message. */
  readonly messageDays: number
  /** After the month whose messages were counted, in months. */
  readonly messageCountMonths: number
  /** After the month in which a borrower was looked at, in months. */
  readonly viewMonths: number
  readonly idempotencyDays: number
  /** After the day of recording of what belongs to no known loan or borrower. */
  readonly unmatchedDays: number
  /** Years after the month of a disclosure of personal data. */
  readonly disclosureYears: number
  /** After the day of a recording of video surveillance. */
  readonly footageDays: number
  /** After the day of a request to look at video. */
  readonly viewingDays: number
  /** After the day of which the website's server log is. */
  readonly serverLogDays: number
  /** After the month in which a server log was opened, in months. */
  readonly serverLogOpeningMonths: number
  /** For scopes in the *persons* log: months after the month in which the scope ended. */
  readonly monthsInPersons: number
  /** Years without use of the library after which a borrower is forgotten. */
  readonly inactivityYears: number
}

export const defaultRetentionPeriods: RetentionPeriods = {
  loanDays: 30,
  feeDays: 30,
  paymentDays: 30,
  messageDays: 30,
  messageCountMonths: 12,
  viewMonths: 6,
  idempotencyDays: 14,
  unmatchedDays: 30,
  disclosureYears: 5,
  footageDays,
  viewingDays,
  serverLogDays: 30,
  serverLogOpeningMonths: 6,
  monthsInPersons: 1,
  inactivityYears: defaultInactivity.years,
}
