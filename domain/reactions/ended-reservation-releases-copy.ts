import { ReservationCancelled } from '../title/events/reservation-cancelled'
import { ReservationExpired } from '../title/events/reservation-expired'
import { ReservationFulfilled } from '../title/events/reservation-fulfilled'
import { copiesReservedFor } from './copies-for-reservations'
import { followUpToCopy } from './follow-up'
import { defineReaction } from './reaction'

/** When a reservation ends, each copy reserved for it is released, also when another copy was lent instead. */
export const endedReservationReleasesCopy = defineReaction('a kept copy is released', {
  eventTypes: [ReservationCancelled, ReservationExpired, ReservationFulfilled],
  factNames: ['copies'],
  followUpsOf:
    ({ copies }) =>
    ({ open: { reservation } }) =>
      copiesReservedFor(reservation)(copies).map(({ item, setAside }) =>
        followUpToCopy(item.copy, { type: 'ReleaseSetAside', setAside }),
      ),
})
