import type { ReservationId, TitleId } from '../values/ids'
import { followUpToTitle, type FollowUp } from '../reactions/follow-up'

/** A reservation of a borrower who has died. */
export interface ReservationOfDeceased {
  readonly reservation: ReservationId
  readonly title: TitleId
}

/** The reservations of borrowers who have died end with the day. A copy that is set aside goes to the next in the queue. */
export const followUpsToEndReservationsOfDeceased = (
  reservations: ReadonlyArray<ReservationOfDeceased>,
): ReadonlyArray<FollowUp> =>
  reservations.map(({ reservation, title }) =>
    followUpToTitle(title, { type: 'CancelReservation', reservation, title }),
  )
