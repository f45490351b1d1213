import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, ReservationId, TitleId } from '../../values/ids'

/** Another pick-up branch, or another last day of interest. The place in the queue is kept. */
export const ReservationChanged = defineEvent('ReservationChanged', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: { reservation: { borrower: BorrowerId, pickUpBranch: BranchId, interestUntil: Day } },
})
export type ReservationChanged = EventOf<typeof ReservationChanged>
