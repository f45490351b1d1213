import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, ReservationId, TitleId } from '../../values/ids'

/** A copy stands on the pick-up shelf for this reservation. */
export const ReservationReady = defineEvent('ReservationReady', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: {
    reservation: { borrower: BorrowerId, copy: CopyId, pickUpBranch: BranchId, pickUpNumber: t.string, pickUpBy: Day },
  },
})
export type ReservationReady = EventOf<typeof ReservationReady>
