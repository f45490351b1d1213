import type { ReservationId, TitleId } from '../values/ids'
import { followUpToTitle, type FollowUp } from '../reactions/follow-up'

/** A reservation whose borrower has borrowed another title of the same parallel reservation. */
export interface EndingParallelReservation {
  readonly reservation: ReservationId
  readonly title: TitleId
}

/** "The first fulfilled cancels the rest": at the closing of the day, among all that ends with it. */
export const followUpsToEndParallelReservations = (
  reservations: ReadonlyArray<EndingParallelReservation>,
): ReadonlyArray<FollowUp> =>
  reservations.map(({ reservation, title }) =>
    followUpToTitle(title, { type: 'EndParallelReservation', reservation, title }),
  )
