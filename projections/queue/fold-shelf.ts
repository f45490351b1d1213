import { put, remove, set } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { shelf } from './rows'

const notReady = { pickUpNumber: null, pickUpBy: null }

export const shelfFolds: Folds = {
  CopySetAside: ({ open, sealed: { setAside: part } }) =>
    part._tag === 'Erased' ? [] : [put(shelf)({ ...open, ...part.value, ...notReady, state: 'setAside' })],
  CopySent: ({ open: { setAside, from, to } }) => [
    set(shelf)({ setAside }, { ...notReady, state: 'inTransit', branch: from, pickUpBranch: to }),
  ],
  CopyReady: ({ open: { setAside, branch }, sealed: { setAside: part } }) => {
    if (part._tag === 'Erased') return []
    const { reservation, pickUpNumber, pickUpBy } = part.value
    return [set(shelf)({ setAside }, { state: 'ready', branch, reservation, pickUpNumber, pickUpBy })]
  },
  CopyHandedIn: ({ open: { copy, branch } }) => [
    // One that is ready where it was handed in stays ready; any other copy that is kept is set aside where it is now.
    set(shelf)({ copy, state: 'ready' }, { ...notReady, state: 'setAside', branch }, { branch }),
    set(shelf)({ copy, state: 'inTransit' }, { state: 'setAside', branch }),
    set(shelf)({ copy, state: 'setAside' }, { branch }),
  ],
  SetAsideReleased: ({ open: { setAside } }) => [remove(shelf)({ setAside })],
}
