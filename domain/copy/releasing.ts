import type { BranchId } from '../values/ids'
import { SetAsideReleased } from './events/set-aside-released'
import type { KeptCopy } from './state'

/** A copy is no longer kept for anybody; it stands at the given branch. */
export const releasing =
  (because: SetAsideReleased['open']['because'], branch: BranchId) =>
  ({ setAside, item: { copy, title } }: KeptCopy): SetAsideReleased =>
    SetAsideReleased({ setAside, copy, title, branch, because }, {})
