import { CopyReady } from '../copy/events/copy-ready'
import { followUpToTitle } from './follow-up'
import { defineReaction } from './reaction'

/** When a copy stands on the pick-up shelf, its reservation is ready. */
export const readyCopyMakesReservationReady = defineReaction('a reservation becomes ready', {
  eventTypes: [CopyReady],
  factNames: [],
  followUpsOf:
    () =>
    ({ open: { copy, title, branch: pickUpBranch }, sealed: { setAside } }) => {
      if (setAside._tag === 'Erased') return []
      const { reservation, pickUpNumber, pickUpBy } = setAside.value
      return [
        followUpToTitle(title, { type: 'MakeReady', reservation, title, copy, pickUpBranch, pickUpNumber, pickUpBy }),
      ]
    },
})
