import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, CopyId, LoanId, TitleId } from '../../values/ids'

/**
 * The borrower says that the copy was returned, and the library looks for it. Until it is found, or written off on
 * `latestEnd`, the loan is not billed.
 */
export const LoanClaimedReturned = defineEvent('LoanClaimedReturned', 1, {
  open: { loan: LoanId, copy: CopyId, title: TitleId, claimedOn: Day, latestEnd: Day },
  sealed: { loan: { borrower: BorrowerId } },
})
export type LoanClaimedReturned = EventOf<typeof LoanClaimedReturned>
