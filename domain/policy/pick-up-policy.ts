import type { BranchId } from '../values/ids'

/** How long a copy is set aside for a borrower. */
export interface PickUpPolicy {
  /** Days on the pick-up shelf, before closed days are added. */
  readonly days: number
  /** The days of branches that have their own. */
  readonly daysByBranch?: Readonly<Partial<Record<BranchId, number>>>
  /**
   * The most days that a copy is set aside, transport included. It is the same for all borrowers, because it stands in
   * the open part.
   */
  readonly setAsideAtMostDays: number
}

/** "A deadline, default 7 days." */
export const defaultPickUpPolicy: PickUpPolicy = { days: 7, setAsideAtMostDays: 60 }

/** Days on the pick-up shelf of a branch, before closed days are added. */
export const pickUpDaysAt =
  ({ days, daysByBranch = {} }: PickUpPolicy) =>
  (branch: BranchId): number =>
    daysByBranch[branch] ?? days
