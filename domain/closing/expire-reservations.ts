import { addDays, type Day } from '../values/day'
import type { ReservationId, TitleId } from '../values/ids'
import { toTitle, type FollowUp } from '../reactions/follow-up'

/** A reservation that runs when a day closes. */
export interface RunningReservation {
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly interestUntil: Day
  /** The last day for picking up the copy that is ready; `null` while none is. */
  readonly pickUpBy: Day | null
}

const lastDayOf = ({ interestUntil, pickUpBy }: RunningReservation): Day => pickUpBy ?? interestUntil

/** Once a copy is ready, only its pick-up deadline counts. A reservation has run out from the day after its last. */
export const expireReservations =
  (closing: Day) =>
  (reservations: ReadonlyArray<RunningReservation>): ReadonlyArray<FollowUp> =>
    reservations
      .filter((reservation) => lastDayOf(reservation) <= closing)
      .map(({ reservation, title }) =>
        toTitle(title, { type: 'ExpireReservation', reservation, title, day: addDays(1)(closing) }),
      )
