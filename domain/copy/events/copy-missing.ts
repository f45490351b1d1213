import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BranchId, CopyId, TitleId } from '../../values/ids'

/** A copy was not found where it should be. It is missing until it is scanned. */
export const CopyMissing = defineEvent('CopyMissing', 1, {
  open: { copy: CopyId, title: TitleId, branch: BranchId, missedOn: Day },
  sealed: {},
})
export type CopyMissing = EventOf<typeof CopyMissing>
