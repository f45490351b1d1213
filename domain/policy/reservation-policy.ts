import type { MaterialGroup } from './material-group'

/** How titles are reserved. */
export interface ReservationPolicy {
  /** The most reservations that one borrower may have at a time. */
  readonly atMost: number
  /** The interest period in days, unless the borrower asks for another. */
  readonly interestDays: number
  /** The longest interest period in days: the same for all, as its end stands in the open. */
  readonly interestAtMostDays: number
  /** Material that is lent, and not reserved. */
  readonly notReserved: ReadonlyArray<MaterialGroup>
}

/** "Interest period default 180 days." */
export const defaultReservations: ReservationPolicy = {
  atMost: 30,
  interestDays: 180,
  interestAtMostDays: 365,
  notReserved: ['inter-library'],
}
