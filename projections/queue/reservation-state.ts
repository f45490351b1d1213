import type { ReadModelRows } from '../read-model/read-model-rows'
import type { ReservationRow } from './queue-tables'
import { isReservationPaused } from './parallel-reservations'
import { reservedCopiesOfBorrower } from './reserved-copy-queries'

/** The state of a reservation that has not ended. */
export type ReservationState = 'reserved' | 'paused' | 'inTransit' | 'ready'

/**
 * `reserved` until a copy was scanned for it, but `paused` while a copy of a title parallel to it is reserved or lent, `inTransit` until the copy is scanned at the pick-up branch, then `ready`.
 * It is in transit again when its pick-up branch has changed and the copy was scanned for that.
 */
export const stateOfReservation =
  ({ reservation, borrower, copy, parallelTo }: ReservationRow) =>
  (rows: ReadModelRows): ReservationState => {
    if (copy !== null) return 'ready'
    const isOnItsWay = reservedCopiesOfBorrower(borrower)(rows).some(
      (reserved) => reserved.reservation === reservation && reserved.state !== 'onPullList',
    )
    if (isOnItsWay) return 'inTransit'
    return isReservationPaused({ borrower, parallelTo })(rows) ? 'paused' : 'reserved'
  }
