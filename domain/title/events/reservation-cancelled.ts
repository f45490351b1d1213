import { defineEvent, type EventOf } from '../../event/define-event'
import { ReservationId, TitleId } from '../../values/ids'

/** The borrower no longer waits. The reservation is forgotten at once. */
export const ReservationCancelled = defineEvent('ReservationCancelled', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: {},
})
export type ReservationCancelled = EventOf<typeof ReservationCancelled>
