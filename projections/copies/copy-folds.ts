import type { BranchId, CopyId } from '../../domain/values/ids'
import { putRow, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { copiesTable, type CopyStatus } from './copies-table'

interface EventAtBranch {
  readonly open: { readonly copy: CopyId; readonly branch: BranchId }
}

/** Sets the status of the copy, and its branch to the branch of the event. */
const setStatusAndBranch =
  (status: CopyStatus, isReserved: 0 | 1 = 0) =>
  ({ open: { copy, branch } }: EventAtBranch): ReadonlyArray<RowChange> => [
    setColumns(copiesTable)({ copy }, { status, branch, isReserved }),
  ]

const lose = ({ open: { copy, branch } }: EventAtBranch): ReadonlyArray<RowChange> => [
  setColumns(copiesTable)({ copy }, { status: 'lost', branch, isReserved: 0, foundOn: null }),
]

const statusesEndedByScan = ['onShelf', 'onLoan', 'inTransit', 'missing', 'lost'] as const

export const copyFolds: EventFolds = {
  CopyAcquired: ({ open: { branch, ...open } }) => [
    putRow(copiesTable)({
      ...{ ...open, branch, homeBranch: branch, shelfMark: null },
      ...{ status: 'onShelf', isReserved: 0, foundOn: null },
    }),
  ],
  ShelfMarkChanged: ({ open: { copy, shelfMark } }) => [setColumns(copiesTable)({ copy }, { shelfMark })],
  LoanStarted: setStatusAndBranch('onLoan'),
  LoanReturned: setStatusAndBranch('onShelf'),
  LoanUndone: setStatusAndBranch('onShelf'),
  CopyFound: ({ open: { copy, branch, foundOn } }) => [
    setColumns(copiesTable)({ copy }, { status: 'onShelf', branch, isReserved: 0, foundOn }),
  ],
  SetAsideReleased: ({ open: { copy, branch } }) => [
    // A copy in transit stays in transit until it is scanned.
    setColumns(copiesTable)({ copy }, { status: 'onShelf', branch }, { status: 'inTransit' }),
    setColumns(copiesTable)({ copy }, { isReserved: 0 }),
  ],
  CopyBilledAsLost: lose,
  ClaimedCopyFound: setStatusAndBranch('onShelf'),
  ClaimedLoanWrittenOff: lose,
  CopyMissing: setStatusAndBranch('missing'),
  CopyPutOnPullList: setStatusAndBranch('onPullList', 1),
  CopySetAside: setStatusAndBranch('setAside', 1),
  CopySent: ({ open: { copy, from } }) => [setColumns(copiesTable)({ copy }, { status: 'inTransit', branch: from })],
  CopyReady: setStatusAndBranch('ready', 1),
  CopyHandedIn: ({ open: { copy, branch } }) => [
    // A reserved copy stays reserved. A copy that is ready at the branch where it was handed in stays ready.
    setColumns(copiesTable)({ copy, status: 'ready' }, { status: 'setAside', branch }, { branch }),
    ...(['onPullList', 'inTransit', 'setAside'] as const).map((status) =>
      setColumns(copiesTable)({ copy, status, isReserved: 1 }, { status: 'setAside', branch }),
    ),
    ...statusesEndedByScan.map((status) =>
      setColumns(copiesTable)({ copy, status, isReserved: 0 }, { status: 'onShelf', branch }),
    ),
  ],
  CopyWithdrawn: ({ open: { copy } }) => [setColumns(copiesTable)({ copy }, { status: 'withdrawn', isReserved: 0 })],
}
