import { either as E } from 'fp-ts'
import type { ReservationId, TitleId } from '../../values/ids'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationCancelled } from '../events/reservation-cancelled'
import { findQueuePlaceOfReservation } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'

/** Cancels a reservation for its borrower. */
export interface CancelReservation {
  readonly type: 'CancelReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
}

/** Refused when the reservation is not in the queue. */
export const decideCancelReservation =
  ({ reservation, title }: CancelReservation): DecideFromState =>
  (state) =>
    findQueuePlaceOfReservation(reservation)(state) === undefined
      ? refuseTitleCommand({ _tag: 'ReservationIsUnknown' })
      : E.right([ReservationCancelled({ reservation, title }, {})])
