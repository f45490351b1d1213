import type { Day } from '../values/day'
import type { BorrowerId, ReservationId } from '../values/ids'
import { placesIn, type QueuePlace, type Ready, type TitleState, type Waiting } from './state'

/** The place of a reservation, or undefined when it is not in the queue. */
export const placeOf =
  (reservation: ReservationId) =>
  (state: TitleState): QueuePlace | undefined =>
    placesIn(state).find((place) => place.reservation === reservation)

/** How far a reservation is from the front, counted from 1, or undefined when it is not in the queue. */
export const queueNumber =
  (reservation: ReservationId) =>
  (state: TitleState): number | undefined => {
    const index = placesIn(state).findIndex((place) => place.reservation === reservation)
    return index < 0 ? undefined : index + 1
  }

/**
 * The first that may be served on a day: whose it is is known, the interest lasts, and it is not among the `served`,
 * for which a copy is kept already.
 */
export const nextInQueue =
  (served: ReadonlySet<ReservationId>, day: Day) =>
  (state: TitleState): Waiting | Ready | undefined =>
    placesIn(state).find(
      (place): place is Waiting | Ready =>
        place._tag !== 'Forgotten' && place.interestUntil >= day && !served.has(place.reservation),
    )

/** How many others than a borrower wait for the title. One that is forgotten is somebody else. */
export const othersWaiting =
  (borrower: BorrowerId) =>
  (state: TitleState): number =>
    placesIn(state).filter((place) => place._tag === 'Forgotten' || place.borrower !== borrower).length

/** A borrower's own place in the queue: one has at most one. */
export const placeFor =
  (borrower: BorrowerId) =>
  (state: TitleState): Waiting | Ready | undefined =>
    placesIn(state).find((place): place is Waiting | Ready => place._tag !== 'Forgotten' && place.borrower === borrower)

/** Whether a borrower stands in the queue. */
export const waitsIn =
  (state: TitleState) =>
  (borrower: BorrowerId): boolean =>
    placeFor(borrower)(state) !== undefined
