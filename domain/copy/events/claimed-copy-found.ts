import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BranchId, CopyId, LoanId, TitleId } from '../../values/ids'

/** A copy that was claimed returned was found. It counts as returned on the day of the claim, without a fee. */
export const ClaimedCopyFound = defineEvent('ClaimedCopyFound', 1, {
  open: { loan: LoanId, copy: CopyId, title: TitleId, branch: BranchId, returnedOn: Day, foundOn: Day },
  sealed: {},
})
export type ClaimedCopyFound = EventOf<typeof ClaimedCopyFound>
