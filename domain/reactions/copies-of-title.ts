import { isKept, type CopyState, type KeptCopy, type OnShelf } from '../copy/state'
import type { BranchId, ReservationId } from '../values/ids'
import { isLent } from '../policy/loan-period'
import type { Policy } from '../policy/policy'

/** The reservations for which a copy is kept. */
export const servedBy = (copies: ReadonlyArray<CopyState>): ReadonlySet<ReservationId> =>
  new Set(
    copies.flatMap((copy) => (isKept(copy) && copy.keptFor._tag === 'Plain' ? [copy.keptFor.value.reservation] : [])),
  )

/** The copies that are kept for a reservation: one, as a rule. */
export const keptForReservation =
  (reservation: ReservationId) =>
  (copies: ReadonlyArray<CopyState>): ReadonlyArray<KeptCopy> =>
    copies.filter(isKept).filter(({ keptFor }) => keptFor._tag === 'Plain' && keptFor.value.reservation === reservation)

/** The copy on the shelf to serve a reservation with: one at the pick-up branch before any other. */
export const copyToServe =
  (policy: Policy, pickUpBranch: BranchId) =>
  (copies: ReadonlyArray<CopyState>): OnShelf | undefined => {
    const onShelf = copies.filter(
      (copy): copy is OnShelf => copy._tag === 'OnShelf' && isLent(policy.loanPeriods)(copy.item.group),
    )
    return onShelf.find(({ branch }) => branch === pickUpBranch) ?? onShelf[0]
  }
