import { either as E } from 'fp-ts'
import type { ReservationId, TitleId } from '../../values/ids'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationFulfilled } from '../events/reservation-fulfilled'
import { findQueuePlaceOfReservation } from '../reservation-queue'
import { refuseTitleCommand } from '../title-refusal'

/** Ends a reservation because its borrower has borrowed the title. */
export interface FulfilReservation {
  readonly type: 'FulfilReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
}

/** Refused when the reservation is not in the queue. */
export const decideFulfilReservation =
  ({ reservation, title }: FulfilReservation): DecideFromState =>
  (state) =>
    findQueuePlaceOfReservation(reservation)(state) === undefined
      ? refuseTitleCommand({ _tag: 'ReservationIsUnknown' })
      : E.right([ReservationFulfilled({ reservation, title }, {})])
