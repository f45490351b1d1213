import type { PageOfItemsToCount } from '../../../domain/calendar/statistics/item-to-count'
import type { BorrowerId, ReservationId, StatisticsId, TitleId } from '../../../domain/values/ids'
import { copiesOfTitle } from '../../copies/copy-queries'
import { reservationsTable } from '../../queue/queue-tables'
import type { ReadModelRows } from '../../read-model/read-model-rows'
import { reservationsForMonthStatisticsTable } from '../activity-tables'
import { afterKey, nextAfter, rowsOfPage } from './page-of-rows'
import { mostFrequentGroup, valueOfMunicipality } from './values-of-items'

/** The borrowers of those of a sorted list that have not ended: one that has ended is forgotten at once. */
const borrowersOfReservations = (
  sorted: ReadonlyArray<{ readonly reservation: ReservationId }>,
  rows: ReadModelRows,
): ReadonlyMap<ReservationId, BorrowerId> => {
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const between = { atLeast: { reservation: first.reservation }, atMost: { reservation: last.reservation } }
  const found = rows.findColumns(reservationsTable, ['reservation', 'borrower'], between)
  return new Map(found.map(({ reservation, borrower }) => [reservation, borrower]))
}

/** A title is reserved, not a copy: it counts for the material group of most of its copies. */
const valuesOfTitle = (title: TitleId, rows: ReadModelRows) => {
  const materialGroup = mostFrequentGroup(copiesOfTitle(title)(rows).map(({ group }) => group))
  return materialGroup === undefined ? {} : { materialGroup }
}

/** The reservations that were made in a month, with what was known of the borrower then. */
export const reservationsToCount =
  (statistics: StatisticsId, after: string | null) =>
  (rows: ReadModelRows): PageOfItemsToCount => {
    const order = { where: { statistics }, orderBy: ['reservation'] as const, limit: rowsOfPage }
    const made = rows.find(reservationsForMonthStatisticsTable, { ...order, ...afterKey('reservation', after) })
    const borrowers = borrowersOfReservations(made, rows)
    const items = made.map((row) => {
      const { reservation, title, pickUpBranch: branch, borrowerGroup, ageClass } = row
      const ofBorrower = { borrowerGroup, ageClass, ...valueOfMunicipality(row) }
      const values = { branch, ...valuesOfTitle(title, rows), ...ofBorrower }
      return { times: 1, borrower: borrowers.get(reservation) ?? null, values }
    })
    return { items, next: nextAfter(made, ({ reservation }) => reservation) }
  }
