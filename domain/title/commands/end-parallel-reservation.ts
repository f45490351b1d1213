import { either as E } from 'fp-ts'
import type { ReservationId, TitleId } from '../../values/ids'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationExpired } from '../events/reservation-expired'
import { findQueuePlaceOfReservation } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'

/** Ends a reservation whose borrower has borrowed another title of the same parallel reservation. */
export interface EndParallelReservation {
  readonly type: 'EndParallelReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
}

/** The event is that of every reservation which a closing ends. Refused when the reservation is not in the queue. */
export const decideEndParallelReservation =
  ({ reservation, title }: EndParallelReservation): DecideFromState =>
  (state) =>
    findQueuePlaceOfReservation(reservation)(state) === undefined
      ? refuseTitleCommand({ _tag: 'ReservationIsUnknown' })
      : E.right([ReservationExpired({ reservation, title }, {})])
