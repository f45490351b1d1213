import { either as E } from 'fp-ts'
import type { ReservationId, TitleId } from '../../values/ids'
import type { Decision } from '../decision'
import { ReservationFulfilled } from '../events/reservation-fulfilled'
import { placeOf } from '../queue'
import { refuse } from '../refusal'

/** Ends a reservation by a loan of the title to whoever waited. */
export interface FulfilReservation {
  readonly type: 'FulfilReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
}

/** Refused when it is not in the queue. */
export const fulfilReservation =
  ({ reservation, title }: FulfilReservation): Decision =>
  (state) =>
    placeOf(reservation)(state) === undefined
      ? refuse({ _tag: 'ReservationIsUnknown' })
      : E.right([ReservationFulfilled({ reservation, title }, {})])
