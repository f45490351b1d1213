import { addDays, type Day } from '../values/day'
import type { ReservationId, TitleId } from '../values/ids'
import { followUpToTitle, type FollowUp } from '../reactions/follow-up'

/** A reservation that has not ended when a day closes. */
export interface ActiveReservation {
  readonly reservation: ReservationId
  readonly title: TitleId
  readonly interestUntil: Day
  /** The pick-up deadline of the ready copy; `null` while none is ready. */
  readonly pickUpBy: Day | null
}

const lastDayOfReservation = ({ interestUntil, pickUpBy }: ActiveReservation): Day => pickUpBy ?? interestUntil

/**
 * A reservation expires on the day after its last day: the pick-up deadline once a copy is ready, else the end of
 * interest.
 */
export const followUpsToExpireReservations =
  (closing: Day) =>
  (reservations: ReadonlyArray<ActiveReservation>): ReadonlyArray<FollowUp> =>
    reservations
      .filter((reservation) => lastDayOfReservation(reservation) <= closing)
      .map(({ reservation, title }) =>
        followUpToTitle(title, { type: 'ExpireReservation', reservation, title, day: addDays(1)(closing) }),
      )
