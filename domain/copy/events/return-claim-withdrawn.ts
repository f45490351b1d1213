import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, CopyId, LoanId, TitleId } from '../../values/ids'

/** The copy was claimed returned by mistake: the loan runs on, and is billed in its time. */
export const ReturnClaimWithdrawn = defineEvent('ReturnClaimWithdrawn', 1, {
  open: { loan: LoanId, copy: CopyId, title: TitleId, latestEnd: Day },
  sealed: { loan: { borrower: BorrowerId } },
})
export type ReturnClaimWithdrawn = EventOf<typeof ReturnClaimWithdrawn>
