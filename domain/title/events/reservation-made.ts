import { defineEvent, type EventOf } from '../../event/define-event'
import * as t from 'io-ts'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, ReservationId, TitleId } from '../../values/ids'
import { Instant } from '../../values/instant'

/**
 * A borrower reserved a title. `first` is true when the reservation of an undone loan goes to the front of the queue.
 */
export const ReservationMade = defineEvent('ReservationMade', 1, {
  open: { reservation: ReservationId, title: TitleId, latestEnd: Day },
  sealed: {
    reservation: {
      borrower: BorrowerId,
      pickUpBranch: BranchId,
      interestUntil: Day,
      madeAt: Instant,
      first: t.boolean,
    },
  },
})
export type ReservationMade = EventOf<typeof ReservationMade>
