import { defineEvent, type EventOf } from '../../event/define-event'
import { ReservationId, TitleId } from '../../values/ids'

/** The title was lent to whoever waited for it. The reservation is forgotten at once. */
export const ReservationFulfilled = defineEvent('ReservationFulfilled', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: {},
})
export type ReservationFulfilled = EventOf<typeof ReservationFulfilled>
