import { addDays, type Day } from '../values/day'
import type { BranchId, ReservationId, TitleId } from '../values/ids'
import { noonOf } from '../values/instant'
import { branchOrSuccessor, isBranchThere } from '../policy/branch'
import type { Policy } from '../policy/policy'
import { followUpToTitle, type FollowUp } from '../reactions/follow-up'

/** A reservation that has not ended when a day closes, and the branch where its copy is to be picked up. */
export interface ReservationAtBranch {
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly pickUpBranch: BranchId
  readonly interestUntil: Day
}

/** The branches that are no longer there on a day. */
export const branchesGoneOn =
  ({ branches }: Policy) =>
  (day: Day): ReadonlyArray<BranchId> =>
    branches.filter((branch) => branch.closedFrom !== null && !isBranchThere(day)(branch)).map(({ code }) => code)

/**
 * The reservations of a branch that closes for good go to the branch that takes over, and keep their places. A copy that
 * stands ready, or is in transit, follows. `policy` is that of the day after the closing day.
 */
export const followUpsToMoveReservationsOfClosedBranches =
  (policy: Policy) =>
  (closing: Day) =>
  (reservations: ReadonlyArray<ReservationAtBranch>): ReadonlyArray<FollowUp> => {
    const nextDay = addDays(1)(closing)
    const gone = branchesGoneOn(policy)(nextDay)
    return reservations.flatMap((of) => {
      const pickUpBranch = branchOrSuccessor(policy.branches)(nextDay)(of.pickUpBranch)
      if (!gone.includes(of.pickUpBranch) || pickUpBranch === of.pickUpBranch) return []
      const { reservation, title, interestUntil } = of
      const at = noonOf(nextDay)
      return [
        followUpToTitle(title, { type: 'ChangeReservation', reservation, title, pickUpBranch, interestUntil, at }),
      ]
    })
  }
