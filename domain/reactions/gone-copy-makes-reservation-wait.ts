import type { KnownCopy } from '../copy/copy-state'
import { CopyHandedIn } from '../copy/events/copy-handed-in'
import { CopySent } from '../copy/events/copy-sent'
import { SetAsideReleased } from '../copy/events/set-aside-released'
import { placesOfTitleQueue, type ReadyQueuePlace, type TitleState } from '../title/title-state'
import { followUpToTitle } from './follow-up'
import { defineReaction } from './reaction'

/** The reservations for which a copy is ready, as the queue says. */
const placesReadyWith =
  ({ item: { copy } }: KnownCopy) =>
  (queue: TitleState): ReadonlyArray<ReadyQueuePlace> =>
    placesOfTitleQueue(queue).filter((place): place is ReadyQueuePlace => place._tag === 'Ready' && place.copy === copy)

/** Whether the copy stands ready for the reservation, at its pick-up branch. */
const isReadyFor =
  (copy: KnownCopy) =>
  ({ reservation, pickUpBranch }: ReadyQueuePlace): boolean =>
    copy._tag === 'ReadyForPickUp' &&
    copy.branch === pickUpBranch &&
    copy.reservedFor._tag === 'Plain' &&
    copy.reservedFor.value.reservation === reservation

/**
 * When a ready copy is withdrawn, lent to another borrower, sent away or handed in at another branch, its reservation
 * waits again. A copy that is lent to its own borrower fulfils the reservation instead.
 */
export const goneCopyMakesReservationWait = defineReaction('a reservation waits again when its copy is gone', {
  eventTypes: [SetAsideReleased, CopyHandedIn, CopySent],
  appliesTo: (event) => event.type !== 'SetAsideReleased' || event.open.because !== 'lent',
  factNames: ['queue', 'copy'],
  followUpsOf:
    ({ queue, copy: state }) =>
    () => {
      if (state === undefined || state._tag === 'Unknown') return []
      const { copy, title } = state.item
      return placesReadyWith(state)(queue)
        .filter((place) => !isReadyFor(state)(place))
        .map(({ reservation }) => followUpToTitle(title, { type: 'MakeWaiting', reservation, title, copy }))
    },
})
