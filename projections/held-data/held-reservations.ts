import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { BorrowerId } from '../../domain/values/ids'
import { nameOfTitle } from '../copies/copy-queries'
import { titlesParallelToReservation } from '../queue/parallel-reservations'
import { queueNumberOfReservation, reservationsOfBorrower } from '../queue/reservation-queries'
import { reservedCopiesOfBorrower } from '../queue/reserved-copy-queries'
import type { ReservationRow, ReservedCopyRow } from '../queue/queue-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { withEffectivePickUpDeadline } from '../queue/with-effective-pick-up-deadline'
import { stateOfReservation } from '../queue/reservation-state'
import { unlessAllEmpty } from './unless-all-empty'

const heldReservation =
  (rows: ReadModelRows) =>
  ({ borrower, position, joined, ...row }: ReservationRow) => ({
    ...row,
    name: nameOfTitle(row.title)(rows) ?? null,
    parallelTo: titlesParallelToReservation(row),
    state: stateOfReservation({ ...row, borrower, position, joined })(rows),
    queueNumber: queueNumberOfReservation(row.reservation)(rows) ?? null,
    joinedQueueAt: joined,
  })

const heldSetAside =
  (rows: ReadModelRows) =>
  ({ borrower: _, ...row }: ReservedCopyRow) => ({ ...row, name: nameOfTitle(row.title)(rows) ?? null })

/** The reservations of a borrower, and the copies that are set aside for them; undefined when there are none. */
export const heldReservations = (deadlineAt: EffectiveDeadline) => (borrower: BorrowerId) => (rows: ReadModelRows) =>
  unlessAllEmpty({
    reservations: reservationsOfBorrower(borrower)(rows)
      .map(withEffectivePickUpDeadline(deadlineAt))
      .map(heldReservation(rows)),
    setAsides: reservedCopiesOfBorrower(borrower)(rows)
      .map(withEffectivePickUpDeadline(deadlineAt))
      .map(heldSetAside(rows)),
  })
