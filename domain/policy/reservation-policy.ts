import { mostParallelTitles } from '../title/parallel-titles'
import type { MaterialGroup } from './material-group'

/** The limits of reservations. */
export interface ReservationPolicy {
  /** The most reservations that a borrower may have at a time. */
  readonly atMost: number
  /** The most titles of one parallel reservation, at most five. */
  readonly parallelAtMost: number
  /** The interest period in days, unless the borrower names another. */
  readonly interestDays: number
  /** The longest interest period in days. It is the same for all borrowers, because its end stands in the open part. */
  readonly interestAtMostDays: number
  /** Material groups that are lent but cannot be reserved. */
  readonly notReserved: ReadonlyArray<MaterialGroup>
}

/** "Interest period default 180 days." */
export const defaultReservationPolicy: ReservationPolicy = {
  atMost: 30,
  parallelAtMost: mostParallelTitles,
  interestDays: 180,
  interestAtMostDays: 365,
  notReserved: ['inter-library'],
}
