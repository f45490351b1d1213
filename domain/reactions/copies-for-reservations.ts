import { isReservedCopy, type CopyState, type ReservedCopy, type CopyOnShelf } from '../copy/state'
import type { BranchId, ReservationId } from '../values/ids'
import { isMaterialGroupLent } from '../policy/loan-period'
import type { Policy } from '../policy/policy'

/** The reservations that have a reserved copy. */
export const reservationsWithCopyAmong = (copies: ReadonlyArray<CopyState>): ReadonlySet<ReservationId> =>
  new Set(
    copies.flatMap((copy) =>
      isReservedCopy(copy) && copy.reservedFor._tag === 'Plain' ? [copy.reservedFor.value.reservation] : [],
    ),
  )

/** The copies reserved for a reservation: normally one. */
export const copiesReservedFor =
  (reservation: ReservationId) =>
  (copies: ReadonlyArray<CopyState>): ReadonlyArray<ReservedCopy> =>
    copies
      .filter(isReservedCopy)
      .filter(({ reservedFor }) => reservedFor._tag === 'Plain' && reservedFor.value.reservation === reservation)

/** The available copy to set aside for a reservation: one at the pick-up branch before any other. */
export const findCopyToSetAside =
  (policy: Policy, pickUpBranch: BranchId) =>
  (copies: ReadonlyArray<CopyState>): CopyOnShelf | undefined => {
    const lendable = copies.filter(
      (copy): copy is CopyOnShelf =>
        copy._tag === 'OnShelf' && isMaterialGroupLent(policy.loanPeriods)(copy.item.group),
    )
    return lendable.find(({ branch }) => branch === pickUpBranch) ?? lendable[0]
  }
