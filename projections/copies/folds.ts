import type { BranchId, CopyId } from '../../domain/values/ids'
import { put, set, type Change } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { copies, type CopyStatus } from './rows'

interface AtBranch {
  readonly open: { readonly copy: CopyId; readonly branch: BranchId }
}

/** From here on the copy has this status, and stands at the branch that the event names. */
const becomes =
  (status: CopyStatus) =>
  ({ open: { copy, branch } }: AtBranch): ReadonlyArray<Change> => [set(copies)({ copy }, { status, branch })]

export const folds: Folds = {
  CopyAcquired: ({ open: { branch, ...open } }) => [
    put(copies)({ ...open, branch, homeBranch: branch, status: 'onShelf' }),
  ],
  LoanStarted: becomes('onLoan'),
  LoanReturned: becomes('onShelf'),
  LoanUndone: becomes('onShelf'),
  CopyFound: becomes('onShelf'),
  SetAsideReleased: becomes('onShelf'),
  CopyBilledAsLost: becomes('lost'),
  CopySetAside: becomes('setAside'),
  CopySent: ({ open: { copy, from } }) => [set(copies)({ copy }, { status: 'inTransit', branch: from })],
  CopyReady: becomes('ready'),
  CopyHandedIn: ({ open: { copy, branch } }) => [
    // A copy kept for somebody stays kept; one that is ready where it was handed in stays ready.
    set(copies)({ copy, status: 'ready' }, { status: 'setAside', branch }, { branch }),
    set(copies)({ copy, status: 'inTransit' }, { status: 'setAside', branch }),
    set(copies)({ copy, status: 'setAside' }, { branch }),
    ...(['onShelf', 'onLoan', 'lost'] as const).map((status) =>
      set(copies)({ copy, status }, { status: 'onShelf', branch }),
    ),
  ],
  CopyWithdrawn: ({ open: { copy } }) => [set(copies)({ copy }, { status: 'withdrawn' })],
}
