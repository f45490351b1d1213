import { defineEvent, type EventOf } from '../../event/define-event'
import { BranchId, CopyId, SetAsideId } from '../../values/ids'

/** A copy set aside is on its way to the branch where it will be picked up. */
export const CopySent = defineEvent('CopySent', 1, {
  open: { setAside: SetAsideId, copy: CopyId, from: BranchId, to: BranchId },
  sealed: {},
})
export type CopySent = EventOf<typeof CopySent>
