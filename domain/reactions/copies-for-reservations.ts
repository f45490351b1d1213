import { isReservedCopy, type CopyState, type ReservedCopy } from '../copy/copy-state'
import type { ReservationId } from '../values/ids'

const reservationOf = ({ reservedFor }: ReservedCopy): ReadonlyArray<ReservationId> =>
  reservedFor._tag === 'Plain' ? [reservedFor.value.reservation] : []

/** The reservations that have a reserved copy. */
export const reservationsOfReservedCopies = (copies: ReadonlyArray<CopyState>): ReadonlySet<ReservationId> =>
  new Set(copies.filter(isReservedCopy).flatMap(reservationOf))

/** The copies reserved for a reservation: normally one. */
export const copiesReservedFor =
  (reservation: ReservationId) =>
  (copies: ReadonlyArray<CopyState>): ReadonlyArray<ReservedCopy> =>
    copies.filter(isReservedCopy).filter((copy) => reservationOf(copy).includes(reservation))
