import type { ReadModelRows } from '../read-model/read-model-rows'
import type { ReservationRow } from './queue-tables'
import { reservedCopiesOfBorrower } from './reserved-copy-queries'

/** The state of a reservation that has not ended. */
export type ReservationState = 'reserved' | 'inTransit' | 'ready'

/**
 * `reserved` until a copy was scanned for it, `inTransit` until the copy is scanned at the pick-up branch, then `ready`.
 * It is in transit again when its pick-up branch has changed and the copy was scanned for that.
 */
export const stateOfReservation =
  ({ reservation, borrower, copy }: ReservationRow) =>
  (rows: ReadModelRows): ReservationState => {
    if (copy !== null) return 'ready'
    const isOnItsWay = reservedCopiesOfBorrower(borrower)(rows).some(
      (reserved) => reserved.reservation === reservation && reserved.state !== 'onPullList',
    )
    return isOnItsWay ? 'inTransit' : 'reserved'
  }
