import { defineEvent, type EventOf } from '../../event/define-event'
import { ReservationId, TitleId } from '../../values/ids'

/** The borrower has borrowed the title. The reservation is erased at once. */
export const ReservationFulfilled = defineEvent('ReservationFulfilled', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: {},
})
export type ReservationFulfilled = EventOf<typeof ReservationFulfilled>
