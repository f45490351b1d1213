import type { CopyPutOnPullList } from '../../domain/copy/events/copy-put-on-pull-list'
import type { CopySetAside } from '../../domain/copy/events/copy-set-aside'
import { putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { reservedCopiesTable } from './queue-tables'

const notReady = { pickUpNumber: null, pickUpBy: null }

const putReservedCopy =
  (state: 'onPullList' | 'setAside') =>
  ({ open, sealed: { setAside: part } }: CopyPutOnPullList | CopySetAside): ReadonlyArray<RowChange> =>
    part._tag === 'Erased' ? [] : [putRow(reservedCopiesTable)({ ...open, ...part.value, ...notReady, state })]

export const reservedCopyFolds: EventFolds = {
  CopyPutOnPullList: putReservedCopy('onPullList'),
  CopySetAside: putReservedCopy('setAside'),
  CopySent: ({ open: { setAside, from, to } }) => [
    setColumns(reservedCopiesTable)({ setAside }, { ...notReady, state: 'inTransit', branch: from, pickUpBranch: to }),
  ],
  CopyReady: ({ open: { setAside, branch }, sealed: { setAside: part } }) => {
    if (part._tag === 'Erased') return []
    const { reservation, pickUpNumber, pickUpBy } = part.value
    return [
      setColumns(reservedCopiesTable)(
        { setAside },
        { state: 'ready', branch, pickUpBranch: branch, reservation, pickUpNumber, pickUpBy },
      ),
    ]
  },
  CopyRedirected: ({ open: { setAside }, sealed: { setAside: part } }) => [
    setColumns(reservedCopiesTable)({ setAside }, { ...notReady, state: 'onPullList' }),
    ...(part._tag === 'Erased' ? [] : [setColumns(reservedCopiesTable)({ setAside }, part.value)]),
  ],
  CopyHandedIn: ({ open: { copy, branch } }) => [
    // A copy that is ready at the branch where it was handed in stays ready; any other reserved copy is set aside there.
    setColumns(reservedCopiesTable)({ copy, state: 'ready' }, { ...notReady, state: 'setAside', branch }, { branch }),
    setColumns(reservedCopiesTable)({ copy, state: 'onPullList' }, { state: 'setAside', branch }),
    setColumns(reservedCopiesTable)({ copy, state: 'inTransit' }, { state: 'setAside', branch }),
    setColumns(reservedCopiesTable)({ copy, state: 'setAside' }, { branch }),
  ],
  SetAsideReleased: ({ open: { setAside } }) => [removeRows(reservedCopiesTable)({ setAside })],
}
