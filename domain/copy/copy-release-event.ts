import type { BranchId } from '../values/ids'
import { SetAsideReleased } from './events/set-aside-released'
import type { ReservedCopy } from './state'

/** The event that releases a reserved copy, at a branch. */
export const copyReleaseEvent =
  (because: SetAsideReleased['open']['because'], branch: BranchId) =>
  ({ setAside, item: { copy, title } }: ReservedCopy): SetAsideReleased =>
    SetAsideReleased({ setAside, copy, title, branch, because }, {})
