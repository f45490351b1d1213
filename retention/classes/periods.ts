import { defaultInactivity } from '../../domain/policy/inactivity'

/** How long each thing is kept: policy values, in calendar days of Europe/Copenhagen unless said otherwise. */
export interface Periods {
  readonly loanDays: number
  readonly feeDays: number
  readonly paymentDays: number
  readonly idempotencyDays: number
  /** Months after the one in which it ended, for what lives in the log of people. */
  readonly monthsAfter: number
  /** Years without use after which a borrower is forgotten. */
  readonly inactivityYears: number
}

export const defaultPeriods: Periods = {
  loanDays: 30,
  feeDays: 30,
  paymentDays: 30,
  idempotencyDays: 14,
  monthsAfter: 1,
  inactivityYears: defaultInactivity.years,
}
