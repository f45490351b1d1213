import { defineEvent, type EventOf } from '../../event/define-event'
import { ReservationId, TitleId } from '../../values/ids'

/**
 * The interest period ended, the copy was not picked up in time, or the borrower has borrowed another title of the same
 * parallel reservation. The reservation is erased at once.
 */
export const ReservationExpired = defineEvent('ReservationExpired', 1, {
  open: { reservation: ReservationId, title: TitleId },
  sealed: {},
})
export type ReservationExpired = EventOf<typeof ReservationExpired>
