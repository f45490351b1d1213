import { ReservationCancelled } from '../title/events/reservation-cancelled'
import { ReservationExpired } from '../title/events/reservation-expired'
import { ReservationFulfilled } from '../title/events/reservation-fulfilled'
import { keptForReservation } from './copies-of-title'
import { toCopy } from './follow-up'
import { reaction } from './reaction'

/** When a reservation has ended, no copy is kept for it: not one that was late either, when another was lent instead. */
export const keptCopyIsReleased = reaction('a kept copy is released', {
  on: [ReservationCancelled, ReservationExpired, ReservationFulfilled],
  needs: ['copies'],
  react:
    ({ copies }) =>
    ({ open: { reservation } }) =>
      keptForReservation(reservation)(copies).map(({ item, setAside }) =>
        toCopy(item.copy, { type: 'ReleaseSetAside', setAside }),
      ),
})
