import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, CopyId, LoanId } from '../../values/ids'
import { Instant } from '../../values/instant'

/** A loan was renewed. */
export const LoanRenewed = defineEvent('LoanRenewed', 1, {
  open: { loan: LoanId, copy: CopyId },
  sealed: { loan: { borrower: BorrowerId, dueOn: Day, previouslyDueOn: Day, renewedAt: Instant } },
})
export type LoanRenewed = EventOf<typeof LoanRenewed>
