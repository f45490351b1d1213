import { ReservationReady } from '../title/events/reservation-ready'
import type { MessageId } from '../values/ids'
import { dayOf } from '../values/instant'
import { followUpToMessage } from './follow-up'
import { defineReaction } from './reaction'

/**
 * Whoever waits is told at once that the copy is ready. The id of the message is derived under the key of the
 * reservation, so nobody can derive it once the copy is lent.
 */
export const readyReservationMakesMessage = defineReaction('a ready reservation makes a message', {
  eventTypes: [ReservationReady],
  appliesTo: ({ sealed: { reservation } }) => reservation._tag === 'Plain',
  factNames: ['copy', 'now'],
  followUpsOf:
    ({ copy, now }, deriveId) =>
    ({ sealed: { reservation } }) => {
      if (reservation._tag === 'Erased' || copy === undefined || copy._tag === 'Unknown') return []
      const { borrower, pickUpBranch: branch, pickUpNumber: number, pickUpBy: day } = reservation.value
      const message = deriveId('message') as MessageId
      return [
        followUpToMessage(message, {
          ...{ type: 'MakeMessage', message, borrower, kind: 'readyForPickUp', madeOn: dayOf(now) },
          ...{ items: [{ name: copy.item.name, day, amount: null }], pickUp: { branch, number } },
        }),
      ]
    },
})
