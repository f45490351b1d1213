import { plain, type Remembered } from '../event/remembered'
import type { BranchId, SetAsideId } from '../values/ids'
import { isKept, type CopyState, type KeptCopy, type KeptFor, type KnownCopy } from './state'

/** Back on the shelf of a branch; of whoever had it, or was to have it, nothing is left. */
export const onShelf =
  (branch: BranchId) =>
  ({ item }: KnownCopy): CopyState => ({ _tag: 'OnShelf', item, branch })

/** Kept for a reservation, at the branch where it stands. */
export const setAside =
  (id: SetAsideId, branch: BranchId, keptFor: Remembered<KeptFor>) =>
  ({ item }: KnownCopy): CopyState => ({ _tag: 'SetAside', item, branch, setAside: id, keptFor })

/** On its way; the branch it goes to is where it will be picked up. */
export const sent =
  (to: BranchId) =>
  (state: KeptCopy): CopyState => ({
    ...state,
    _tag: 'InTransit',
    to,
    keptFor: state.keptFor._tag === 'Plain' ? plain({ ...state.keptFor.value, pickUpBranch: to }) : state.keptFor,
  })

/** On the pick-up shelf. */
export const ready =
  (branch: BranchId) =>
  ({ item, setAside: id, keptFor }: KeptCopy): CopyState => ({
    _tag: 'ReadyForPickUp',
    item,
    branch,
    setAside: id,
    keptFor,
  })

/** Handed in at the desk: a copy that is kept for somebody stays kept, and one that is ready where it is stays ready. */
export const handedIn =
  (branch: BranchId) =>
  (state: KnownCopy): CopyState => {
    if (state._tag === 'Withdrawn' || (state._tag === 'ReadyForPickUp' && state.branch === branch)) return state
    return isKept(state) ? setAside(state.setAside, branch, state.keptFor)(state) : onShelf(branch)(state)
  }
