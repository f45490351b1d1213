import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../values/ids'

/** A copy is kept for the next in the queue; for whom is forgotten as soon as it is lent or released. */
export const CopySetAside = defineEvent('CopySetAside', 1, {
  open: { setAside: SetAsideId, copy: CopyId, title: TitleId, branch: BranchId, latestEnd: Day },
  sealed: { setAside: { borrower: BorrowerId, reservation: ReservationId, pickUpBranch: BranchId } },
})
export type CopySetAside = EventOf<typeof CopySetAside>
