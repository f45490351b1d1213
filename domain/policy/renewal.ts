import { addDays, type Day } from '../values/day'
import { isBlocked } from './blocks'
import { isLent, loanPeriod } from './loan-period'
import type { MaterialGroup } from './material-group'
import type { Policy } from './policy'
import type { RenewalDenial } from './renewal-answer'
import { refuseWhen, type Rule } from './rule'
import type { Standing } from './standing'

/** What is looked at before a loan is renewed. */
export interface RenewalCase {
  readonly policy: Policy
  readonly standing: Standing
  readonly material: MaterialGroup
  /** How often the loan has been renewed. */
  readonly renewals: number
  readonly dueOn: Day
  /** How many wait for the title. */
  readonly waiting: number
  readonly day: Day
}

export type RenewalRule = Rule<RenewalCase, RenewalDenial>

export const materialIsStillLent: RenewalRule = refuseWhen<RenewalDenial>('deniedMaterialIsNotLoanable')(
  ({ policy, material }) => !isLent(policy.loanPeriods)(material),
)

/** There is a loan period for this material and this group of borrowers. */
export const loanHasAPeriod: RenewalRule = refuseWhen<RenewalDenial>('deniedLoaningProfileNotFound')(
  ({ policy, material, standing }) => loanPeriod(policy.loanPeriods)(material, standing.group) === undefined,
)

/** "Never when the borrower is blocked." */
export const borrowerMayRenew: RenewalRule = refuseWhen<RenewalDenial>('deniedLoanerIsBlocked')(
  ({ policy, standing }) => isBlocked(policy)(standing),
)

/** "Never when others have reserved the title." */
export const nobodyWaits: RenewalRule = refuseWhen<RenewalDenial>('deniedReserved')(({ waiting }) => waiting > 0)

/** "At most 3." */
export const renewalsAreLeft: RenewalRule = refuseWhen<RenewalDenial>('deniedMaxRenewalsReached')(
  ({ policy, renewals }) => renewals >= policy.renewals.atMost,
)

/** "Only from 7 days before the due date"; after it, too. */
export const renewalIsNotTooEarly: RenewalRule = refuseWhen<RenewalDenial>('deniedOtherReason')(
  ({ policy, dueOn, day }) => day < addDays(-policy.renewals.fromDaysBeforeDue)(dueOn),
)

/** All rules of renewing a loan that is there, for a borrower who is known. */
export const renewalRules: ReadonlyArray<RenewalRule> = [
  materialIsStillLent,
  loanHasAPeriod,
  borrowerMayRenew,
  nobodyWaits,
  renewalsAreLeft,
  renewalIsNotTooEarly,
]
