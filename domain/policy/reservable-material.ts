import type { Day } from '../values/day'
import { isBorrowerOldEnough } from './age-rules'
import type { BorrowerStanding } from './borrower-standing'
import { isMaterialGroupLent, loanPeriod } from './loan-period'
import type { MaterialGroup } from './material-group'
import type { Policy } from './policy'

/** What decides whether a borrower may have a material, besides blocks and limits, which may end before the pick-up. */
export type BorrowerTraits = Pick<BorrowerStanding, 'group' | 'birthDate'>

interface Material {
  readonly group: MaterialGroup
  /** In whole years; null is no limit. */
  readonly ageLimit: number | null
}

/** Whether copies of a material group serve reservations. Inter-library loans are lent, and not reserved. */
export const isMaterialGroupReservable =
  (policy: Policy) =>
  (group: MaterialGroup): boolean =>
    isMaterialGroupLent(policy.loanPeriods)(group) && !policy.reservations.notReserved.includes(group)

/** Whether a copy of a material may be reserved for a borrower who picks it up on a day. */
export const isReservableFor =
  (policy: Policy) =>
  (borrower: BorrowerTraits, day: Day) =>
  ({ group, ageLimit }: Material): boolean =>
    isMaterialGroupReservable(policy)(group) &&
    loanPeriod(policy.loanPeriods)(group, borrower.group) !== undefined &&
    isBorrowerOldEnough(ageLimit)(borrower.birthDate)(day)
