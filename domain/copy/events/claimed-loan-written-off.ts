import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BranchId, CopyId, LoanId, TitleId } from '../../values/ids'

/** A copy that was claimed returned was not found. It counts as lost, the loan ends, and nobody is billed. */
export const ClaimedLoanWrittenOff = defineEvent('ClaimedLoanWrittenOff', 1, {
  open: { loan: LoanId, copy: CopyId, title: TitleId, branch: BranchId, writtenOffOn: Day },
  sealed: {},
})
export type ClaimedLoanWrittenOff = EventOf<typeof ClaimedLoanWrittenOff>
