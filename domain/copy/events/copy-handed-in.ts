import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BranchId, CopyId, TitleId } from '../../values/ids'

/** A copy that was neither on loan nor lost was handed in. A return is never refused. */
export const CopyHandedIn = defineEvent('CopyHandedIn', 1, {
  open: { copy: CopyId, title: TitleId, branch: BranchId, handedInOn: Day },
  sealed: {},
})
export type CopyHandedIn = EventOf<typeof CopyHandedIn>
