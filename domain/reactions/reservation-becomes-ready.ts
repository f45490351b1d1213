import { CopyReady } from '../copy/events/copy-ready'
import { toTitle } from './follow-up'
import { reaction } from './reaction'

/** When a copy stands on the pick-up shelf, the reservation is ready. */
export const reservationBecomesReady = reaction('a reservation becomes ready', {
  on: [CopyReady],
  needs: [],
  react:
    () =>
    ({ open: { copy, title, branch: pickUpBranch }, sealed: { setAside } }) => {
      if (setAside._tag === 'Erased') return []
      const { reservation, pickUpNumber, pickUpBy } = setAside.value
      return [toTitle(title, { type: 'MakeReady', reservation, title, copy, pickUpBranch, pickUpNumber, pickUpBy })]
    },
})
