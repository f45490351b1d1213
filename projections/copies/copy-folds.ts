import type { BranchId, CopyId } from '../../domain/values/ids'
import { putRow, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { copiesTable, type CopyStatus } from './copies-table'

interface EventAtBranch {
  readonly open: { readonly copy: CopyId; readonly branch: BranchId }
}

/** Sets the status of the copy, and its branch to the branch of the event. */
const setStatusAndBranch =
  (status: CopyStatus) =>
  ({ open: { copy, branch } }: EventAtBranch): ReadonlyArray<RowChange> => [
    setColumns(copiesTable)({ copy }, { status, branch }),
  ]

const lose = ({ open: { copy, branch } }: EventAtBranch): ReadonlyArray<RowChange> => [
  setColumns(copiesTable)({ copy }, { status: 'lost', branch, foundOn: null }),
]

export const copyFolds: EventFolds = {
  CopyAcquired: ({ open: { branch, ...open } }) => [
    putRow(copiesTable)({ ...open, branch, homeBranch: branch, status: 'onShelf', foundOn: null }),
  ],
  LoanStarted: setStatusAndBranch('onLoan'),
  LoanReturned: setStatusAndBranch('onShelf'),
  LoanUndone: setStatusAndBranch('onShelf'),
  CopyFound: ({ open: { copy, branch, foundOn } }) => [
    setColumns(copiesTable)({ copy }, { status: 'onShelf', branch, foundOn }),
  ],
  SetAsideReleased: setStatusAndBranch('onShelf'),
  CopyBilledAsLost: lose,
  ClaimedCopyFound: setStatusAndBranch('onShelf'),
  ClaimedLoanWrittenOff: lose,
  CopySetAside: setStatusAndBranch('setAside'),
  CopySent: ({ open: { copy, from } }) => [setColumns(copiesTable)({ copy }, { status: 'inTransit', branch: from })],
  CopyReady: setStatusAndBranch('ready'),
  CopyHandedIn: ({ open: { copy, branch } }) => [
    // A reserved copy stays reserved. A copy that is ready at the branch where it was handed in stays ready.
    setColumns(copiesTable)({ copy, status: 'ready' }, { status: 'setAside', branch }, { branch }),
    setColumns(copiesTable)({ copy, status: 'inTransit' }, { status: 'setAside', branch }),
    setColumns(copiesTable)({ copy, status: 'setAside' }, { branch }),
    ...(['onShelf', 'onLoan', 'lost'] as const).map((status) =>
      setColumns(copiesTable)({ copy, status }, { status: 'onShelf', branch }),
    ),
  ],
  CopyWithdrawn: ({ open: { copy } }) => [setColumns(copiesTable)({ copy }, { status: 'withdrawn' })],
}
