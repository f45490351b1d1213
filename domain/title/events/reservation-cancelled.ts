import { defineEvent, type EventOf } from '../../event/define-event'
import { ReservationId, TitleId } from '../../values/ids'

/** A reservation was cancelled. It is erased at once. */
export const ReservationCancelled = defineEvent('ReservationCancelled', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: {},
})
export type ReservationCancelled = EventOf<typeof ReservationCancelled>
