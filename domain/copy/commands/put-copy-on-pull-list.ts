import { either as E } from 'fp-ts'
import { addDays } from '../../values/day'
import type { BorrowerId, BranchId, ReservationId, SetAsideId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopyPutOnPullList } from '../events/copy-put-on-pull-list'
import { refuseInCopyState } from '../copy-refusal'

/** Puts a copy that stands on the shelf on the pull list of its branch, for a reservation. */
export interface PutCopyOnPullList {
  readonly type: 'PutOnPullList'
  readonly setAside: SetAsideId
  readonly borrower: BorrowerId
  readonly reservation: ReservationId
  readonly pickUpBranch: BranchId
  readonly at: Instant
}

/** Only an available copy is put on a pull list. */
export const decidePutCopyOnPullList =
  (policy: Policy) =>
  ({ setAside, borrower, reservation, pickUpBranch, at }: PutCopyOnPullList): DecideFromState =>
  (state) => {
    if (state._tag !== 'OnShelf') return refuseInCopyState(state)
    const { item, branch } = state
    const latestEnd = addDays(policy.pickUp.setAsideAtMostDays)(dayOf(at))
    return E.right([
      CopyPutOnPullList(
        { setAside, copy: item.copy, title: item.title, branch, latestEnd },
        { setAside: { borrower, reservation, pickUpBranch } },
      ),
    ])
  }
