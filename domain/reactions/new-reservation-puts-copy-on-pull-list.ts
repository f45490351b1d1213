import { ReservationMade } from '../title/events/reservation-made'
import { queueServingFactNames } from './free-copies'
import { followUpsToPutFreeCopiesOnPullLists } from './follow-ups-to-put-free-copies-on-pull-lists'
import { defineReaction } from './reaction'

/** When a title is reserved and a copy is available, the copy goes on the pull list of its branch. */
export const newReservationPutsCopyOnPullList = defineReaction('a reservation is served from the shelf', {
  eventTypes: [ReservationMade],
  appliesTo: ({ sealed: { reservation } }) => reservation._tag === 'Plain',
  factNames: queueServingFactNames,
  followUpsOf: (facts, deriveId) => () => followUpsToPutFreeCopiesOnPullLists(facts, deriveId),
})
