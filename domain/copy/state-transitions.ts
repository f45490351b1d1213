import { plain, type Remembered } from '../event/remembered'
import type { BranchId, SetAsideId } from '../values/ids'
import { isReservedCopy, type CopyState, type ReservedCopy, type ReservedFor, type KnownCopy } from './state'

/** Available at a branch. Nothing is left of the borrower who had it, or was to have it. */
export const toCopyOnShelf =
  (branch: BranchId) =>
  ({ item }: KnownCopy): CopyState => ({ _tag: 'OnShelf', item, branch })

/** Reserved, at the branch where it stands. */
export const toCopySetAside =
  (id: SetAsideId, branch: BranchId, reservedFor: Remembered<ReservedFor>) =>
  ({ item }: KnownCopy): CopyState => ({ _tag: 'SetAside', item, branch, setAside: id, reservedFor })

/** In transit. The branch it is sent to is the pick-up branch. */
export const toCopyInTransit =
  (to: BranchId) =>
  (state: ReservedCopy): CopyState => ({
    ...state,
    _tag: 'InTransit',
    to,
    reservedFor:
      state.reservedFor._tag === 'Plain' ? plain({ ...state.reservedFor.value, pickUpBranch: to }) : state.reservedFor,
  })

/** Ready on the pick-up shelf. */
export const toCopyReadyForPickUp =
  (branch: BranchId) =>
  ({ item, setAside: id, reservedFor }: ReservedCopy): CopyState => ({
    _tag: 'ReadyForPickUp',
    item,
    branch,
    setAside: id,
    reservedFor,
  })

/** After the copy is handed in: a reserved copy stays reserved, and a copy that is ready at this branch stays ready. */
export const toCopyHandedIn =
  (branch: BranchId) =>
  (state: KnownCopy): CopyState => {
    if (state._tag === 'Withdrawn' || (state._tag === 'ReadyForPickUp' && state.branch === branch)) return state
    return isReservedCopy(state)
      ? toCopySetAside(state.setAside, branch, state.reservedFor)(state)
      : toCopyOnShelf(branch)(state)
  }
