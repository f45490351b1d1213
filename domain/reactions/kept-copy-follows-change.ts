import { ReservationChanged } from '../title/events/reservation-changed'
import { keptForReservation } from './copies-of-title'
import { moveOn } from './move-on'
import { reaction } from './reaction'

/** When a reservation is to be picked up elsewhere, the copy that is kept for it goes there. */
export const keptCopyFollowsChange = reaction('a kept copy follows a change of pick-up branch', {
  on: [ReservationChanged],
  concerns: ({ sealed: { reservation } }) => reservation._tag === 'Plain',
  needs: ['now', 'title', 'copies'],
  react:
    (facts, derive) =>
    ({ open: { reservation } }) =>
      keptForReservation(reservation)(facts.copies).flatMap(moveOn(facts, derive)),
})
