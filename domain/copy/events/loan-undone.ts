import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/record'
import { Day } from '../../language/day'
import { BorrowerId, BranchId, CopyId, LoanId, ReservationId, TitleId } from '../../language/ids'

/** A loan made by mistake was undone the same day; the reservation it had fulfilled is made anew. */
export const LoanUndone = defineEvent('LoanUndone', 1, {
  open: { loan: LoanId, copy: CopyId, title: TitleId, branch: BranchId, undoneOn: Day },
  sealed: { loan: { borrower: BorrowerId, fulfilled: nullable(ReservationId) } },
})
export type LoanUndone = EventOf<typeof LoanUndone>
