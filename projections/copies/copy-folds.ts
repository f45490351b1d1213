import type { Day } from '../../domain/values/day'
import type { BranchId, CopyId } from '../../domain/values/ids'
import { putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { copiesTable, missingCopiesTable, type CopyStatus } from './copies-table'

interface EventAtBranch {
  readonly open: { readonly copy: CopyId; readonly branch: BranchId }
}

const endMissing = (copy: CopyId): RowChange => removeRows(missingCopiesTable)({ copy })

/** Sets the status of the copy, and its branch to the branch of the event. */
const setStatusAndBranch =
  (status: Exclude<CopyStatus, 'missing'>, isReserved: 0 | 1 = 0, onPickUpShelf: 0 | 1 = 0) =>
  ({ open: { copy, branch } }: EventAtBranch): ReadonlyArray<RowChange> => [
    setColumns(copiesTable)({ copy }, { status, branch, isReserved, onPickUpShelf }),
    endMissing(copy),
  ]

const lose = ({ open: { copy, branch } }: EventAtBranch): ReadonlyArray<RowChange> => [
  setColumns(copiesTable)({ copy }, { status: 'lost', branch, isReserved: 0, onPickUpShelf: 0, learnedFoundOn: null }),
  endMissing(copy),
]

const statusesEndedByScan = ['onShelf', 'onLoan', 'inTransit', 'missing', 'lost'] as const

export const copyFolds: EventFolds = {
  CopyAcquired: ({ open: { branch, ...open } }) => [
    putRow(copiesTable)({
      ...{ ...open, branch, homeBranch: branch, shelfMark: null },
      ...{ status: 'onShelf', isReserved: 0, onPickUpShelf: 0, learnedFoundOn: null },
    }),
  ],
  ShelfMarkChanged: ({ open: { copy, shelfMark } }) => [setColumns(copiesTable)({ copy }, { shelfMark })],
  LoanStarted: setStatusAndBranch('onLoan'),
  LoanReturned: setStatusAndBranch('onShelf'),
  LoanUndone: setStatusAndBranch('onShelf'),
  CopyFound: ({ metadata, open: { copy, branch } }) => [
    setColumns(copiesTable)(
      { copy },
      { status: 'onShelf', branch, isReserved: 0, onPickUpShelf: 0, learnedFoundOn: metadata.recorded as Day },
    ),
    endMissing(copy),
  ],
  SetAsideReleased: ({ open: { copy, branch } }) => [
    // A copy in transit stays in transit until it is scanned.
    setColumns(copiesTable)({ copy }, { status: 'onShelf', branch }, { status: 'inTransit' }),
    setColumns(copiesTable)({ copy }, { isReserved: 0 }),
  ],
  CopyBilledAsLost: lose,
  ClaimedCopyFound: setStatusAndBranch('onShelf'),
  ClaimedLoanWrittenOff: lose,
  CopyMissing: ({ open: { copy, branch } }) => [
    setColumns(copiesTable)({ copy }, { status: 'missing', branch, isReserved: 0, onPickUpShelf: 0 }),
    putRow(missingCopiesTable)({ copy, branch }),
  ],
  // Nobody has scanned the copy: it may stand on the pick-up shelf since its last reservation.
  CopyPutOnPullList: ({ open: { copy, branch } }) => [
    setColumns(copiesTable)({ copy }, { status: 'onPullList', branch, isReserved: 1 }),
    endMissing(copy),
  ],
  CopyRedirected: setStatusAndBranch('onPullList', 1, 1),
  CopySetAside: setStatusAndBranch('setAside', 1),
  CopySent: ({ open: { copy, from } }) => [
    setColumns(copiesTable)({ copy }, { status: 'inTransit', branch: from, onPickUpShelf: 0 }),
  ],
  CopyReady: setStatusAndBranch('ready', 1, 1),
  CopyHandedIn: ({ open: { copy, branch } }) => [
    // A reserved copy stays reserved. A copy that is ready at the branch where it was handed in stays ready.
    setColumns(copiesTable)({ copy, status: 'ready' }, { status: 'setAside', branch }, { branch }),
    ...(['onPullList', 'inTransit', 'setAside'] as const).map((status) =>
      setColumns(copiesTable)({ copy, status, isReserved: 1 }, { status: 'setAside', branch }),
    ),
    ...statusesEndedByScan.map((status) =>
      setColumns(copiesTable)({ copy, status, isReserved: 0 }, { status: 'onShelf', branch }),
    ),
    setColumns(copiesTable)({ copy, status: 'withdrawn' }, { branch }),
    setColumns(copiesTable)({ copy }, { onPickUpShelf: 0 }, { status: 'ready' }),
    endMissing(copy),
  ],
  CopyWithdrawn: ({ open: { copy } }) => [
    setColumns(copiesTable)({ copy }, { status: 'withdrawn', isReserved: 0, onPickUpShelf: 0 }),
    endMissing(copy),
  ],
}
