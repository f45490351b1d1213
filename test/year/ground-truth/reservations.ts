import type { Day } from '../../../domain/values/day'
import type { ReservationId, TitleId } from '../../../domain/values/ids'
import type { GroundTruth, TrueLoan, TrueReservation } from './ground-truth'
import { endScope } from './scopes'

/** A reservation ends, and is forgotten at once. */
export const endReservation = (groundTruth: GroundTruth, reservation: ReservationId, day: Day): void => {
  groundTruth.reservations.delete(reservation)
  endScope(groundTruth, reservation, day)
}

/** "Deleted when the material is lent to the borrower": whether a reservation was. */
export const endReservationsFulfilledBy = (
  groundTruth: GroundTruth,
  { borrower, title }: TrueLoan,
  day: Day,
): boolean => {
  const fulfilled = [...groundTruth.reservations.values()].filter(
    (reservation) => reservation.borrower === borrower && reservation.title === title,
  )
  for (const { reservation } of fulfilled) endReservation(groundTruth, reservation, day)
  return fulfilled.length > 0
}

/** The queue of a title, the first to be served first. */
export const queueOf = (groundTruth: GroundTruth, title: TitleId): ReadonlyArray<TrueReservation> =>
  [...groundTruth.reservations.values()].filter((one) => one.title === title).sort((a, b) => a.place - b.place)
