import { parallelTitlesOfText } from '../../domain/title/parallel-titles'
import type { BorrowerId, ReservationId, TitleId } from '../../domain/values/ids'
import { isLoanRunning, loansOfBorrower } from '../loans/loan-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { reservationsTable, type ReservationRow } from './queue-tables'
import { reservationsOfBorrower } from './reservation-queries'
import { titlesWithCopyOf } from './titles-with-copy'

/** The other titles of the parallel reservation that a reservation belongs to; none when it stands alone. */
export const titlesParallelToReservation = ({
  parallelTo,
}: Pick<ReservationRow, 'parallelTo'>): ReadonlyArray<TitleId> => parallelTitlesOfText(parallelTo ?? '')

/** Whether a reservation is skipped, because a copy of a title parallel to it is reserved for its borrower, or lent to them. */
export const isReservationPaused =
  ({ borrower, parallelTo }: Pick<ReservationRow, 'borrower' | 'parallelTo'>) =>
  (rows: ReadModelRows): boolean => {
    if (parallelTo === null) return false
    const withCopy = titlesWithCopyOf([borrower])(rows).get(borrower)
    return titlesParallelToReservation({ parallelTo }).some((title) => withCopy?.has(title))
  }

/**
 * Whether a loan of a parallel title was recorded since the reservation was made, and the borrower does not wait for that title
 * any more. A machine that was offline may have lent it on an earlier day. What was on loan then could not be reserved, so a
 * loan that runs was recorded later.
 */
const isParallelTitleLent =
  (rows: ReadModelRows) =>
  (row: ReservationRow): boolean => {
    const { borrower, position: madeAtPosition } = row
    const waitedFor = reservationsOfBorrower(borrower)(rows).map(({ title }) => title)
    const others = titlesParallelToReservation(row).filter((title) => !waitedFor.includes(title))
    return loansOfBorrower(borrower)(rows).some(
      (loan) => others.includes(loan.title) && (isLoanRunning(loan) || loan.position > madeAtPosition),
    )
  }

/** The reservations whose borrower has borrowed another title of the same parallel reservation, by their random ids. */
export const parallelReservationsToEnd = (rows: ReadModelRows): ReadonlyArray<ReservationRow> =>
  rows
    .find(reservationsTable, { atLeast: { parallelTo: '' }, orderBy: ['reservation'] })
    .filter(isParallelTitleLent(rows))

/** The titles that a borrower wants instead of a title, as the reservations parallel to it say; in order. */
export const titlesParallelTo =
  (borrower: BorrowerId, title: TitleId) =>
  (rows: ReadModelRows): ReadonlyArray<TitleId> => {
    const parallel = reservationsOfBorrower(borrower)(rows).filter((row) =>
      titlesParallelToReservation(row).includes(title),
    )
    const titles = parallel.flatMap((row) => [row.title, ...titlesParallelToReservation(row)])
    return [...new Set(titles)].filter((other) => other !== title).sort()
  }

/** A reservation, by its id, is paused; false when it has ended. */
export const isReservationPausedById =
  (reservation: ReservationId) =>
  (rows: ReadModelRows): boolean => {
    const [row] = rows.findColumns(reservationsTable, ['borrower', 'parallelTo'], { where: { reservation } })
    return row !== undefined && isReservationPaused(row)(rows)
  }
