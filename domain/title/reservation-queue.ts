import type { Day } from '../values/day'
import type { BorrowerId, ReservationId } from '../values/ids'
import {
  placesOfTitleQueue,
  type QueuePlace,
  type ReadyQueuePlace,
  type TitleState,
  type WaitingQueuePlace,
} from './title-state'

/** The place of a reservation; undefined when it is not in the queue. */
export const findQueuePlaceOfReservation =
  (reservation: ReservationId) =>
  (state: TitleState): QueuePlace | undefined =>
    placesOfTitleQueue(state).find((place) => place.reservation === reservation)

/** The number of a reservation in the queue, from 1; undefined when it is not in the queue. */
export const queueNumberInTitleState =
  (reservation: ReservationId) =>
  (state: TitleState): number | undefined => {
    const index = placesOfTitleQueue(state).findIndex((place) => place.reservation === reservation)
    return index < 0 ? undefined : index + 1
  }

/**
 * The reservations to find a copy for on a day, in order: the borrower is known, the interest period lasts, and the
 * reservation is not among `reservationsWithCopy`.
 */
export const findPlacesToServe =
  (reservationsWithCopy: ReadonlySet<ReservationId>, day: Day) =>
  (state: TitleState): ReadonlyArray<WaitingQueuePlace | ReadyQueuePlace> =>
    placesOfTitleQueue(state).filter(
      (place): place is WaitingQueuePlace | ReadyQueuePlace =>
        place._tag !== 'Forgotten' && place.interestUntil >= day && !reservationsWithCopy.has(place.reservation),
    )

/** The places of borrowers other than this one, in order. An erased borrower counts as another. */
export const placesOfOthersInQueue =
  (borrower: BorrowerId) =>
  (state: TitleState): ReadonlyArray<QueuePlace> =>
    placesOfTitleQueue(state).filter((place) => place._tag === 'Forgotten' || place.borrower !== borrower)

/** The place of a borrower, who has at most one. */
export const findQueuePlaceOfBorrower =
  (borrower: BorrowerId) =>
  (state: TitleState): WaitingQueuePlace | ReadyQueuePlace | undefined =>
    placesOfTitleQueue(state).find(
      (place): place is WaitingQueuePlace | ReadyQueuePlace =>
        place._tag !== 'Forgotten' && place.borrower === borrower,
    )

/** Whether a borrower is in the queue. */
export const isBorrowerInQueue =
  (state: TitleState) =>
  (borrower: BorrowerId): boolean =>
    findQueuePlaceOfBorrower(borrower)(state) !== undefined
