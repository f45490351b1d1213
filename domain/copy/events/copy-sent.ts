import { defineEvent, type EventOf } from '../../event/define-event'
import { BranchId, CopyId, SetAsideId } from '../../values/ids'

/** A reserved copy is in transit to its pick-up branch. */
export const CopySent = defineEvent('CopySent', 1, {
  open: { setAside: SetAsideId, copy: CopyId, from: BranchId, to: BranchId },
  sealed: {},
})
export type CopySent = EventOf<typeof CopySent>
