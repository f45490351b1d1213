import { either as E } from 'fp-ts'
import type { ReservationId, TitleId } from '../../values/ids'
import type { Decision } from '../decision'
import { ReservationCancelled } from '../events/reservation-cancelled'
import { placeOf } from '../queue'
import { refuse } from '../refusal'

/** Ends a reservation because the borrower no longer waits. */
export interface CancelReservation {
  readonly type: 'CancelReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
}

/** Refused when it is not in the queue. */
export const cancelReservation =
  ({ reservation, title }: CancelReservation): Decision =>
  (state) =>
    placeOf(reservation)(state) === undefined
      ? refuse({ _tag: 'ReservationIsUnknown' })
      : E.right([ReservationCancelled({ reservation, title }, {})])
