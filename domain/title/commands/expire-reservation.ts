import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { ReservationId, TitleId } from '../../values/ids'
import type { Decision } from '../decision'
import { ReservationExpired } from '../events/reservation-expired'
import { placeOf } from '../queue'
import { refuse } from '../refusal'
import type { QueuePlace } from '../state'

/** Ends a reservation that has run out. */
export interface ExpireReservation {
  readonly type: 'ExpireReservation'
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly day: Day
}

/**
 * Whether a place has run out by a day, its last day being past. Once a copy is ready, only the pick-up deadline counts.
 * Of a forgotten one nobody can ask whether the interest lasts: it has run out.
 */
const hasRunOut =
  (day: Day) =>
  (place: QueuePlace): boolean => {
    switch (place._tag) {
      case 'Waiting':
        return day > place.interestUntil
      case 'Ready':
        return day > place.pickUpBy
      case 'Forgotten':
        return true
    }
  }

/** Refused while the reservation runs. */
export const expireReservation =
  ({ reservation, title, day }: ExpireReservation): Decision =>
  (state) => {
    const place = placeOf(reservation)(state)
    if (place === undefined) return refuse({ _tag: 'ReservationIsUnknown' })
    return hasRunOut(day)(place)
      ? E.right([ReservationExpired({ reservation, title }, {})])
      : refuse({ _tag: 'ReservationRuns' })
  }
