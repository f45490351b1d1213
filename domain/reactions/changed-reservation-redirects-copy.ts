import { ReservationChanged } from '../title/events/reservation-changed'
import { copiesReservedFor } from './copies-for-reservations'
import { followUpsToRouteReservedCopy } from './follow-ups-to-route-reserved-copy'
import { defineReaction } from './reaction'

/** When the pick-up branch of a reservation changes, its reserved copy goes there, once it is scanned: also from the pick-up
 * shelf of another branch. */
export const changedReservationRedirectsCopy = defineReaction('a kept copy follows a change of pick-up branch', {
  eventTypes: [ReservationChanged],
  appliesTo: ({ sealed: { reservation } }) => reservation._tag === 'Plain',
  factNames: ['now', 'queue', 'copies'],
  followUpsOf:
    (facts, deriveId) =>
    ({ open: { reservation } }) =>
      copiesReservedFor(reservation)(facts.copies).flatMap(followUpsToRouteReservedCopy(facts, deriveId)),
})
