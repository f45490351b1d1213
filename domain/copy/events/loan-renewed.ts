import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../language/day'
import { BorrowerId, CopyId, LoanId } from '../../language/ids'
import { Instant } from '../../language/instant'

/** A loan runs longer. */
export const LoanRenewed = defineEvent('LoanRenewed', 1, {
  open: { loan: LoanId, copy: CopyId },
  sealed: { loan: { borrower: BorrowerId, dueOn: Day, previouslyDueOn: Day, renewedAt: Instant } },
})
export type LoanRenewed = EventOf<typeof LoanRenewed>
