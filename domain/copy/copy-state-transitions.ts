import { makePlain, type PlainOrErased } from '../event/plain-or-erased'
import type { BranchId, SetAsideId } from '../values/ids'
import { isReservedCopy, type CopyState, type ReservedCopy, type ReservedFor, type KnownCopy } from './copy-state'

/** Available at a branch. Nothing is left of the borrower who had it, or was to have it. */
export const toCopyOnShelf =
  (branch: BranchId) =>
  ({ item }: KnownCopy): CopyState => ({ _tag: 'OnShelf', item, branch })

/** Reserved, and on the pull list of the branch where it stands. */
export const toCopyOnPullList =
  (setAside: SetAsideId, branch: BranchId, reservedFor: PlainOrErased<ReservedFor>) =>
  ({ item }: KnownCopy): CopyState => ({ _tag: 'OnPullList', item, branch, setAside, reservedFor, isRedirected: false })

/** Reserved, and scanned at a branch. */
export const toCopySetAside =
  (setAside: SetAsideId, branch: BranchId, reservedFor: PlainOrErased<ReservedFor>) =>
  ({ item }: KnownCopy): CopyState => ({ _tag: 'SetAside', item, branch, setAside, reservedFor })

/** The same reservation, to be picked up at another branch. */
const withPickUpBranch =
  (pickUpBranch: BranchId) =>
  ({ reservedFor }: ReservedCopy): PlainOrErased<ReservedFor> =>
    reservedFor._tag === 'Plain' ? makePlain({ ...reservedFor.value, pickUpBranch }) : reservedFor

/** In transit. The branch it is sent to is the pick-up branch. */
export const toCopyInTransit =
  (to: BranchId) =>
  (state: ReservedCopy): CopyState => ({ ...state, _tag: 'InTransit', to, reservedFor: withPickUpBranch(to)(state) })

/** Ready on the pick-up shelf. */
export const toCopyReadyForPickUp =
  (branch: BranchId) =>
  (state: ReservedCopy): CopyState => {
    const { item, setAside } = state
    return { _tag: 'ReadyForPickUp', item, branch, setAside, reservedFor: withPickUpBranch(branch)(state) }
  }

/** To be fetched from the pick-up shelf and sent to another branch. */
export const toRedirectedCopy =
  (pickUpBranch: PlainOrErased<{ readonly pickUpBranch: BranchId }>) =>
  (state: ReservedCopy): CopyState => {
    const { item, branch, setAside } = state
    const reservedFor =
      pickUpBranch._tag === 'Plain' ? withPickUpBranch(pickUpBranch.value.pickUpBranch)(state) : pickUpBranch
    return { _tag: 'OnPullList', item, branch, setAside, reservedFor, isRedirected: true }
  }

/** After the reservation has ended: a copy in transit stays in transit until it is scanned, any other is available. */
export const toCopyAfterReservationEnd =
  (branch: BranchId) =>
  (state: KnownCopy): CopyState =>
    state._tag === 'InTransit'
      ? { _tag: 'ReleasedInTransit', item: state.item, branch, to: state.to }
      : toCopyOnShelf(branch)(state)

/**
 * After the copy is handed in: a withdrawn copy stays withdrawn, a reserved copy stays reserved, and a copy that is ready
 * at this branch stays ready.
 */
export const copyStateAfterHandIn =
  (branch: BranchId) =>
  (state: KnownCopy): CopyState => {
    if (state._tag === 'Withdrawn') return { ...state, branch }
    if (state._tag === 'ReadyForPickUp' && state.branch === branch) return state
    return isReservedCopy(state)
      ? toCopySetAside(state.setAside, branch, state.reservedFor)(state)
      : toCopyOnShelf(branch)(state)
  }
