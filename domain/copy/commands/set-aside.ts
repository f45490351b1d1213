import { either as E } from 'fp-ts'
import { addDays } from '../../values/day'
import type { BorrowerId, BranchId, ReservationId, SetAsideId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { Decision } from '../decision'
import { CopySetAside } from '../events/copy-set-aside'
import { readying } from '../readying'
import { refuseAsItIs } from '../refusal'

/** Keeps a copy for a reservation. */
export interface SetAsideCopy {
  readonly type: 'SetAside'
  readonly setAside: SetAsideId
  readonly borrower: BorrowerId
  readonly reservation: ReservationId
  readonly pickUpBranch: BranchId
  /** Stands on the slip in the copy, and is not a name. Used when the copy is at its pick-up branch already. */
  readonly pickUpNumber: string
  readonly at: Instant
}

/** Only a copy on the shelf is set aside. Where it will be picked up at the branch it stands in, it is ready at once. */
export const setAsideCopy =
  (policy: Policy) =>
  ({ setAside, borrower, reservation, pickUpBranch, pickUpNumber, at }: SetAsideCopy): Decision =>
  (state) => {
    if (state._tag !== 'OnShelf') return refuseAsItIs(state)
    const { item, branch } = state
    const keptFor = { borrower, reservation, pickUpBranch }
    const latestEnd = addDays(policy.pickUp.keptAtMostDays)(dayOf(at))
    return E.right([
      CopySetAside({ setAside, copy: item.copy, title: item.title, branch, latestEnd }, { setAside: keptFor }),
      ...(branch === pickUpBranch ? [readying(policy)(setAside, keptFor, pickUpNumber, at)(item)] : []),
    ])
  }
