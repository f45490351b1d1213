import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../values/ids'

/**
 * A copy is set aside for the next borrower in the queue. The sealed part is erased when the copy is lent or released.
 */
export const CopySetAside = defineEvent('CopySetAside', 1, {
  open: { setAside: SetAsideId, copy: CopyId, title: TitleId, branch: BranchId, latestEnd: Day },
  sealed: { setAside: { borrower: BorrowerId, reservation: ReservationId, pickUpBranch: BranchId } },
})
export type CopySetAside = EventOf<typeof CopySetAside>
