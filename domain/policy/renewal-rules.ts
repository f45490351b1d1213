import { addDays, type Day } from '../values/day'
import type { OverridableRules } from './check-rules-unless-overridden'
import { causesOfBlockedBorrower, isBorrowerBlocked } from './is-borrower-blocked'
import { isMaterialGroupLent, loanPeriod } from './loan-period'
import type { MaterialGroup } from './material-group'
import type { CauseOfRefusal } from './overridable-refusal'
import type { Policy } from './policy'
import type { RenewalDenial } from './renewal-outcome'
import { refuseWhen, type PolicyRule } from './policy-rule'
import type { BorrowerStanding } from './borrower-standing'

/** What the rules of renewal check. */
export interface RenewalCase {
  readonly policy: Policy
  readonly standing: BorrowerStanding
  readonly material: MaterialGroup
  /** How often the loan has been renewed. */
  readonly renewals: number
  readonly dueOn: Day
  /** How many other borrowers wait for the title and are not absent on the day. */
  readonly othersWaiting: number
  readonly day: Day
}

type RenewalRule = PolicyRule<RenewalCase, RenewalDenial>

const materialIsStillLent: RenewalRule = refuseWhen<RenewalDenial>('deniedMaterialIsNotLoanable')(
  ({ policy, material }) => !isMaterialGroupLent(policy.loanPeriods)(material),
)

/** The table has a loan period for this material and borrower group. */
const loanHasAPeriod: RenewalRule = refuseWhen<RenewalDenial>('deniedLoaningProfileNotFound')(
  ({ policy, material, standing }) => loanPeriod(policy.loanPeriods)(material, standing.group) === undefined,
)

/** "Never when the borrower is blocked." */
const borrowerIsNotBlockedFromRenewing: RenewalRule = refuseWhen<RenewalDenial>('deniedLoanerIsBlocked')(
  ({ policy, standing }) => isBorrowerBlocked(policy)(standing),
)

/** "Never when others have reserved the title." */
const nobodyElseHasReserved: RenewalRule = refuseWhen<RenewalDenial>('deniedReserved')(
  ({ othersWaiting }) => othersWaiting > 0,
)

/** "At most 3." */
const renewalLimitIsNotReached: RenewalRule = refuseWhen<RenewalDenial>('deniedMaxRenewalsReached')(
  ({ policy, renewals }) => renewals >= policy.renewals.atMost,
)

/** The first day on which a loan may be renewed. */
export const renewableFrom = ({ policy, dueOn }: Pick<RenewalCase, 'policy' | 'dueOn'>): Day =>
  addDays(-policy.renewals.fromDaysBeforeDue)(dueOn)

/** "Only from 7 days before the due date", and after the due date too. */
const renewalIsNotTooEarly: RenewalRule = refuseWhen<RenewalDenial>('deniedOtherReason')(
  (renewal) => renewal.day < renewableFrom(renewal),
)

/** All rules of renewal, for a loan that is open and a borrower who is registered. */
export const renewalRules: ReadonlyArray<RenewalRule> = [
  materialIsStillLent,
  loanHasAPeriod,
  borrowerIsNotBlockedFromRenewing,
  nobodyElseHasReserved,
  renewalLimitIsNotReached,
  renewalIsNotTooEarly,
]

/** The rules deny for another reason only a renewal that comes too early. */
const causes: Readonly<Partial<Record<RenewalDenial, CauseOfRefusal>>> = {
  deniedMaxRenewalsReached: 'renewalLimitReached',
  deniedOtherReason: 'renewalTooEarly',
}

/** What stands behind the denial of a renewal. */
const causesOf =
  (renewal: RenewalCase) =>
  (denial: RenewalDenial): ReadonlyArray<CauseOfRefusal> =>
    denial === 'deniedLoanerIsBlocked' ? causesOfBlockedBorrower(renewal) : [causes[denial] ?? 'neverOverridable']

/** The rules of renewal, which staff may override in part. */
export const overridableRenewalRules: OverridableRules<RenewalCase, RenewalDenial> = { rules: renewalRules, causesOf }
