import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { ReservationRow } from './queue-tables'

/** A reservation or a reserved copy, with the pick-up deadline that it has by the closed days of its pick-up branch. */
export const withEffectivePickUpDeadline =
  (deadlineAt: EffectiveDeadline) =>
  <R extends Pick<ReservationRow, 'pickUpBranch' | 'pickUpBy'>>(row: R): R =>
    row.pickUpBy === null ? row : { ...row, pickUpBy: deadlineAt(row.pickUpBranch)(row.pickUpBy) }
