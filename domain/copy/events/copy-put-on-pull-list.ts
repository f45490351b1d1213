import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../values/ids'

/**
 * A copy on the shelf is wanted by the next borrower in the queue, and stands on the pull list of its branch until it is
 * scanned. The sealed part is erased when the copy is lent or released.
 */
export const CopyPutOnPullList = defineEvent('CopyPutOnPullList', 1, {
  open: { setAside: SetAsideId, copy: CopyId, title: TitleId, branch: BranchId, latestEnd: Day },
  sealed: { setAside: { borrower: BorrowerId, reservation: ReservationId, pickUpBranch: BranchId } },
})
export type CopyPutOnPullList = EventOf<typeof CopyPutOnPullList>
