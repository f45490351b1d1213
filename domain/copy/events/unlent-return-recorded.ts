import { defineEvent, type EventOf } from '../../event/define-event'
import { Instant } from '../../values/instant'
import { BranchId, CopyId, UnmatchedId } from '../../values/ids'

/** A return that ended no loan in the log. Its loan may come later, from a machine that was offline. */
export const UnlentReturnRecorded = defineEvent('UnlentReturnRecorded', 1, {
  open: { unmatched: UnmatchedId, copy: CopyId },
  sealed: { unmatched: { returnedAt: Instant, branch: BranchId } },
})
export type UnlentReturnRecorded = EventOf<typeof UnlentReturnRecorded>
