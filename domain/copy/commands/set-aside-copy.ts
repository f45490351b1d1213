import { either as E } from 'fp-ts'
import { addDays } from '../../values/day'
import type { BorrowerId, BranchId, ReservationId, SetAsideId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopySetAside } from '../events/copy-set-aside'
import { copyReadyEvent } from '../copy-ready-event'
import { refuseInCopyState } from '../copy-refusal'

/** Sets a copy that was scanned aside for a reservation. */
export interface SetAsideCopy {
  readonly type: 'SetAside'
  readonly setAside: SetAsideId
  readonly borrower: BorrowerId
  readonly reservation: ReservationId
  readonly pickUpBranch: BranchId
  /** Printed on the slip in the copy; it is not a name. Used when the copy is at its pick-up branch already. */
  readonly pickUpNumber: string
  readonly at: Instant
}

/** Only an available copy is set aside. At its pick-up branch it is ready at once. */
export const decideSetAsideCopy =
  (policy: Policy) =>
  ({ setAside, borrower, reservation, pickUpBranch, pickUpNumber, at }: SetAsideCopy): DecideFromState =>
  (state) => {
    if (state._tag !== 'OnShelf') return refuseInCopyState(state)
    const { item, branch } = state
    const reservedFor = { borrower, reservation, pickUpBranch }
    const latestEnd = addDays(policy.pickUp.setAsideAtMostDays)(dayOf(at))
    return E.right([
      CopySetAside({ setAside, copy: item.copy, title: item.title, branch, latestEnd }, { setAside: reservedFor }),
      ...(branch === pickUpBranch ? [copyReadyEvent(policy)(setAside, reservedFor, pickUpNumber, at)(item)] : []),
    ])
  }
