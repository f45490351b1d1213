import type { ReservationId } from '../../domain/values/ids'
import { volumeOfText } from '../../domain/values/volume'
import { putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import { reservationsTable } from './queue-tables'

const notReady = { copy: null, pickUpNumber: null, pickUpBy: null }

const removeReservation = ({
  open: { reservation },
}: {
  readonly open: { readonly reservation: ReservationId }
}): ReadonlyArray<RowChange> => [removeRows(reservationsTable)({ reservation })]

export const reservationFolds: EventFolds = {
  ReservationMade: ({ metadata, open, sealed: { reservation: part } }) => {
    if (part._tag === 'Erased') return []
    const { first, parallelTo, volume, override: _inOverrides, ...made } = part.value
    return [
      putRow(reservationsTable)({
        ...open,
        ...made,
        ...notReady,
        parallelTo: parallelTo.trim() === '' ? null : parallelTo.trim(),
        volume: volumeOfText(volume),
        madeIn: monthOfRecording(metadata),
        joined: first ? 'front' : 'back',
        position: metadata.position,
      }),
    ]
  },
  ReservationChanged: ({ open: { reservation }, sealed: { reservation: part } }) => {
    if (part._tag === 'Erased') return []
    const { pickUpBranch, interestUntil } = part.value
    return [
      // A copy that is ready at one branch is not ready for pick-up at another.
      setColumns(reservationsTable)({ reservation }, notReady, { pickUpBranch }),
      setColumns(reservationsTable)({ reservation }, { pickUpBranch, interestUntil }),
    ]
  },
  ReservationReady: ({ open: { reservation }, sealed: { reservation: part } }) => {
    if (part._tag === 'Erased') return []
    const { copy, pickUpBranch, pickUpNumber, pickUpBy } = part.value
    return [setColumns(reservationsTable)({ reservation }, { copy, pickUpBranch, pickUpNumber, pickUpBy })]
  },
  ReservationNotReady: ({ open: { reservation } }) => [setColumns(reservationsTable)({ reservation }, notReady)],
  ReservationFulfilled: removeReservation,
  ReservationCancelled: removeReservation,
  ReservationExpired: removeReservation,
}
