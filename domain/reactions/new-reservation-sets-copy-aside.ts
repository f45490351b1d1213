import { ReservationMade } from '../title/events/reservation-made'
import { defineReaction } from './reaction'
import { setCopyAsideForNext } from './set-copy-aside-for-next'

/** When a title is reserved and a copy is available, the copy is set aside for the first in the queue. */
export const newReservationSetsCopyAside = defineReaction('a reservation is served from the shelf', {
  eventTypes: [ReservationMade],
  appliesTo: ({ sealed: { reservation } }) => reservation._tag === 'Plain',
  factNames: ['policy', 'now', 'queue', 'copiesIfQueued'],
  followUpsOf: (facts, deriveId) => () => setCopyAsideForNext(facts, deriveId),
})
