import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../values/ids'

/** A reserved copy stands on the pick-up shelf, under a pick-up number that is not a name, until its last day. */
export const CopyReady = defineEvent('CopyReady', 1, {
  open: { setAside: SetAsideId, copy: CopyId, title: TitleId, branch: BranchId },
  sealed: { setAside: { borrower: BorrowerId, reservation: ReservationId, pickUpNumber: t.string, pickUpBy: Day } },
})
export type CopyReady = EventOf<typeof CopyReady>
