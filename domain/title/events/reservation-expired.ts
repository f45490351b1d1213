import { defineEvent, type EventOf } from '../../event/define-event'
import { ReservationId, TitleId } from '../../values/ids'

/** The interest period ended, or the copy was not picked up in time. The reservation is erased at once. */
export const ReservationExpired = defineEvent('ReservationExpired', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: {},
})
export type ReservationExpired = EventOf<typeof ReservationExpired>
