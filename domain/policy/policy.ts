import { defaultAdultFrom } from './age'
import { defaultClosingDays, type ClosingDays } from './closing-days'
import { defaultDebtLimit, type DebtLimit } from './debt'
import { defaultFees, type FeePolicy } from './fee-policy'
import { defaultInactivity, type InactivityPolicy } from './inactivity'
import { defaultLoanPeriods, type LoanPeriods } from './loan-period'
import { defaultPickUp, type PickUpPolicy } from './pick-up'
import { defaultRenewals, type RenewalPolicy } from './renewal-policy'
import { defaultReservations, type ReservationPolicy } from './reservation-policy'

/** All that a municipality may set for itself. Every rule reads its values here, and none has numbers of its own. */
export interface Policy {
  readonly loanPeriods: LoanPeriods
  readonly closingDays: ClosingDays
  readonly renewals: RenewalPolicy
  /** The most loans that one borrower may have at a time. */
  readonly loanLimit: number
  readonly debtLimit: DebtLimit
  /** The age in years from which a borrower counts as adult. */
  readonly adultFrom: number
  readonly reservations: ReservationPolicy
  readonly pickUp: PickUpPolicy
  /** Days after the due day on which a copy not returned counts as lost, and is billed. */
  readonly billedAfterDays: number
  readonly fees: FeePolicy
  readonly inactivity: InactivityPolicy
}

export const defaultPolicy: Policy = {
  loanPeriods: defaultLoanPeriods,
  closingDays: defaultClosingDays,
  renewals: defaultRenewals,
  loanLimit: 30,
  debtLimit: defaultDebtLimit,
  adultFrom: defaultAdultFrom,
  reservations: defaultReservations,
  pickUp: defaultPickUp,
  billedAfterDays: 35,
  fees: defaultFees,
  inactivity: defaultInactivity,
}
