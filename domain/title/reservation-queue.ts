import type { Day } from '../values/day'
import { doVolumesOverlap, isVolumeServedBy, type Volume } from '../values/volume'
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

/** The places of a borrower, in order: one, or for a periodical one for each wanted volume. */
export const placesOfBorrowerInQueue =
  (borrower: BorrowerId) =>
  (state: TitleState): ReadonlyArray<WaitingQueuePlace | ReadyQueuePlace> =>
    placesOfTitleQueue(state).filter(
      (place): place is WaitingQueuePlace | ReadyQueuePlace =>
        place._tag !== 'Forgotten' && place.borrower === borrower,
    )

/** The place of a borrower that a copy of a volume serves: one for that volume before one for any. */
export const findQueuePlaceOfBorrower =
  (borrower: BorrowerId, volume: Volume | null) =>
  (state: TitleState): WaitingQueuePlace | ReadyQueuePlace | undefined => {
    const served = placesOfBorrowerInQueue(borrower)(state).filter((place) => isVolumeServedBy(volume)(place.volume))
    return served.find((place) => place.volume !== null) ?? served[0]
  }

/** Whether a borrower is in the queue, for a volume that overlaps with the wanted one; null is any volume. */
export const isBorrowerInQueue =
  (state: TitleState, wanted: Volume | null) =>
  (borrower: BorrowerId): boolean =>
    placesOfBorrowerInQueue(borrower)(state).some(({ volume }) => doVolumesOverlap(volume, wanted))
