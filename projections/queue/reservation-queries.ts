import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, ReservationId, TitleId } from '../../domain/values/ids'
import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import { doVolumesOverlap } from '../../domain/values/volume'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { reservationsTable, type ReservationRow } from './queue-tables'
import { withEffectivePickUpDeadline } from './with-effective-pick-up-deadline'

const isReservationReady = ({ copy }: ReservationRow): boolean => copy !== null

const byPosition = (a: ReservationRow, b: ReservationRow): number => (a.position < b.position ? -1 : 1)

/** The queue for a title, ready or waiting, first in queue first. Reservations that joined at the front come before all others. */
export const queueForTitle =
  (title: TitleId) =>
  (rows: ReadModelRows): ReadonlyArray<ReservationRow> => {
    const all = [...rows.find(reservationsTable, { where: { title } })].sort(byPosition)
    const joined = (end: ReservationRow['joined']) => all.filter((reservation) => reservation.joined === end)
    return [...joined('front').reverse(), ...joined('back')]
  }

/** The number of reservations of a title, waiting or ready. */
export const queueLengthOfTitle =
  (title: TitleId) =>
  (rows: ReadModelRows): number =>
    rows.count(reservationsTable, { where: { title } })

/**
 * The queue number of a reservation: 1 is next. Reservations with a ready copy, or for another volume, are not counted. Undefined for a
 * reservation that has a ready copy, is unknown, or has ended.
 */
export const queueNumberOfReservation =
  (reservation: ReservationId) =>
  (rows: ReadModelRows): number | undefined => {
    const own = reservationById(reservation)(rows)
    if (own === undefined || isReservationReady(own)) return undefined
    const waiting = queueForTitle(own.title)(rows).filter(
      (row) => !isReservationReady(row) && doVolumesOverlap(row.volume, own.volume),
    )
    return waiting.findIndex((row) => row.reservation === reservation) + 1
  }

export const reservationById =
  (reservation: ReservationId) =>
  (rows: ReadModelRows): ReservationRow | undefined =>
    findFirstRow(rows, reservationsTable, { where: { reservation } })

/** A borrower's reservations, in the order in which they were made. */
export const reservationsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<ReservationRow> =>
    rows.find(reservationsTable, { where: { borrower }, orderBy: ['position'] })

/**
 * The reservations whose last day is before this day: the last day of interest, or of pick-up when a copy is ready. Sorted
 * by their random ids. Closed days move a pick-up deadline only to a later day.
 */
export const reservationsExpiredBy =
  (deadlineAt: EffectiveDeadline) =>
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<ReservationRow> =>
    [
      ...rows.find(reservationsTable, { where: { pickUpBy: null }, lessThan: { interestUntil: day } }),
      ...rows
        .find(reservationsTable, { lessThan: { pickUpBy: day } })
        .map(withEffectivePickUpDeadline(deadlineAt))
        .filter(({ pickUpBy }) => pickUpBy !== null && pickUpBy < day),
    ].sort((one, other) => one.reservation.localeCompare(other.reservation))

/** The reservations to be picked up at one of these branches, sorted by their random ids. */
export const reservationsToPickUpAt =
  (branches: ReadonlyArray<BranchId>) =>
  (rows: ReadModelRows): ReadonlyArray<ReservationRow> =>
    rows
      .find(reservationsTable, { orderBy: ['reservation'] })
      .filter(({ pickUpBranch }) => branches.includes(pickUpBranch))
