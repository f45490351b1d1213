import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BranchId, CopyId, TitleId } from '../../values/ids'

/** A lost copy was found. */
export const CopyFound = defineEvent('CopyFound', 1, {
  open: { copy: CopyId, title: TitleId, branch: BranchId, foundOn: Day },
  sealed: {},
})
export type CopyFound = EventOf<typeof CopyFound>
