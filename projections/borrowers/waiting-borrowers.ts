import type { WaitingBorrower } from '../../domain/policy/waiting-borrower'
import type { BorrowerId } from '../../domain/values/ids'
import { absencesOfBorrowers } from '../absences/absence-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { deceasedAmong } from './deceased-borrowers'
import { borrowersTable, identitiesTable } from './borrower-tables'

const columns = ['borrower', 'group', 'birthDate'] as const

/**
 * The group, the birth date and the absence period of those of the borrowers who are registered, and neither deceased, nor
 * lapsed, nor about to be erased. Four statements, however many borrowers there are.
 */
export const waitingBorrowersAmong =
  (borrowers: ReadonlyArray<BorrowerId>) =>
  (rows: ReadModelRows): ReadonlyMap<BorrowerId, Omit<WaitingBorrower, 'titlesWithCopy'>> => {
    const deceased = deceasedAmong(borrowers)(rows)
    const absences = absencesOfBorrowers(borrowers)(rows)
    const registered = rows
      .findColumns(borrowersTable, ['borrower', 'ending'], { oneOf: { borrower: borrowers } })
      .flatMap(({ borrower, ending }) => (ending === null && !deceased.has(borrower) ? [borrower] : []))
    return new Map(
      rows
        .findColumns(identitiesTable, columns, { oneOf: { borrower: registered } })
        .map(({ borrower, group, birthDate }) => [
          borrower,
          { group, birthDate, absence: absences.get(borrower) ?? null },
        ]),
    )
  }
