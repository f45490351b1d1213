import type { Policy } from '../../domain/policy/policy'
import { isMaterialGroupReservable } from '../../domain/policy/reservable-material'
import type { Day } from '../../domain/values/day'
import type { TitleId } from '../../domain/values/ids'
import { borrowersAbsentOn } from '../absences/absence-queries'
import type { CopyRow } from '../copies/copies-table'
import { copiesOfTitle } from '../copies/copy-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { isReservationPaused } from './parallel-reservations'
import { reservationsTable } from './queue-tables'
import { allReservedCopies } from './reserved-copy-queries'

/**
 * The titles that somebody waits for without a reserved copy, and is neither absent on a day nor paused, while a copy that can be
 * reserved stands on a shelf. In the order of their ids.
 */
export const titlesAwaitingFreeCopy =
  (policy: Policy, day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<TitleId> => {
    const withCopy = new Set(allReservedCopies(rows).map(({ reservation }) => reservation))
    const absent = borrowersAbsentOn(day)(rows)
    const waiting = rows
      .find(reservationsTable, {})
      .filter(({ reservation, borrower }) => !withCopy.has(reservation) && !absent.has(borrower))
      .filter((row) => !isReservationPaused(row)(rows))
    const isFree = ({ status, group }: CopyRow): boolean =>
      status === 'onShelf' && isMaterialGroupReservable(policy)(group)
    return [...new Set(waiting.map(({ title }) => title))]
      .sort()
      .filter((title) => copiesOfTitle(title)(rows).some(isFree))
  }
