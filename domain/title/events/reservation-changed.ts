import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, ReservationId, TitleId } from '../../values/ids'

/** The pick-up branch or the last day of interest changed. The reservation keeps its place in the queue. */
export const ReservationChanged = defineEvent('ReservationChanged', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: { reservation: { borrower: BorrowerId, pickUpBranch: BranchId, interestUntil: Day } },
})
export type ReservationChanged = EventOf<typeof ReservationChanged>
