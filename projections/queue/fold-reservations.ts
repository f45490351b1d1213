import type { ReservationId } from '../../domain/values/ids'
import { put, remove, set, type Change } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { monthRecorded } from '../kernel/recorded'
import { reservations } from './rows'

const notReady = { copy: null, pickUpNumber: null, pickUpBy: null }

const ended = ({
  open: { reservation },
}: {
  readonly open: { readonly reservation: ReservationId }
}): ReadonlyArray<Change> => [remove(reservations)({ reservation })]

export const reservationFolds: Folds = {
  ReservationMade: ({ at, open, sealed: { reservation: part } }) => {
    if (part._tag === 'Erased') return []
    const { first, ...made } = part.value
    return [
      put(reservations)({
        ...open,
        ...made,
        ...notReady,
        madeIn: monthRecorded(at),
        joined: first ? 'front' : 'back',
        position: at.position,
      }),
    ]
  },
  ReservationChanged: ({ open: { reservation }, sealed: { reservation: part } }) => {
    if (part._tag === 'Erased') return []
    const { pickUpBranch, interestUntil } = part.value
    return [
      // A copy that is ready at one branch is not ready for a pick-up at another.
      set(reservations)({ reservation }, notReady, { pickUpBranch }),
      set(reservations)({ reservation }, { pickUpBranch, interestUntil }),
    ]
  },
  ReservationReady: ({ open: { reservation }, sealed: { reservation: part } }) => {
    if (part._tag === 'Erased') return []
    const { copy, pickUpBranch, pickUpNumber, pickUpBy } = part.value
    return [set(reservations)({ reservation }, { copy, pickUpBranch, pickUpNumber, pickUpBy })]
  },
  ReservationFulfilled: ended,
  ReservationCancelled: ended,
  ReservationExpired: ended,
}
