import { defaultAdultAge } from './age-rules'
import { defaultClosedDays, type ClosedDaysByBranch } from './closed-days'
import { defaultDebtLimit, type DebtLimit } from './debt-limit'
import { defaultFees, type FeePolicy } from './fee-policy'
import { defaultInactivity, type InactivityPolicy } from './inactivity-policy'
import { defaultLoanPeriods, type LoanPeriods } from './loan-period'
import { defaultPickUp, type PickUpPolicy } from './pick-up-policy'
import { defaultRenewals, type RenewalPolicy } from './renewal-policy'
import { defaultReservations, type ReservationPolicy } from './reservation-policy'

/** All values that a municipality may set. Each rule reads its values here and has no numbers of its own. */
export interface Policy {
  readonly loanPeriods: LoanPeriods
  readonly closedDays: ClosedDaysByBranch
  readonly renewals: RenewalPolicy
  /** The most loans that a borrower may have at a time. */
  readonly loanLimit: number
  readonly debtLimit: DebtLimit
  /** The age in years from which a borrower counts as adult. */
  readonly adultAge: number
  readonly reservations: ReservationPolicy
  readonly pickUp: PickUpPolicy
  /** Days after the due day on which an unreturned copy counts as lost and is billed. */
  readonly billedAfterDays: number
  readonly fees: FeePolicy
  readonly inactivity: InactivityPolicy
}

export const defaultPolicy: Policy = {
  loanPeriods: defaultLoanPeriods,
  closedDays: defaultClosedDays,
  renewals: defaultRenewals,
  loanLimit: 30,
  debtLimit: defaultDebtLimit,
  adultAge: defaultAdultAge,
  reservations: defaultReservations,
  pickUp: defaultPickUp,
  billedAfterDays: 35,
  fees: defaultFees,
  inactivity: defaultInactivity,
}
