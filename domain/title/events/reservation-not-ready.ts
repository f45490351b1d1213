import { defineEvent, type EventOf } from '../../event/define-event'
import { ReservationId, TitleId } from '../../values/ids'

/** The copy that stood ready is gone. The reservation waits again, at its place in the queue, without a deadline. */
export const ReservationNotReady = defineEvent('ReservationNotReady', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: {},
})
export type ReservationNotReady = EventOf<typeof ReservationNotReady>
