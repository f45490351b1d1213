import type { WaitingBorrower } from '../../domain/policy/waiting-borrower'
import type { BorrowerId } from '../../domain/values/ids'
import { absencesOfBorrowers } from '../absences/absence-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { borrowersTable } from './borrower-tables'

const columns = ['borrower', 'group', 'birthDate', 'ending'] as const

/**
 * The group, the birth date and the absence period of those of the borrowers who are registered, and neither lapsed nor
 * about to be erased. Two statements, however many borrowers there are.
 */
export const waitingBorrowersAmong =
  (borrowers: ReadonlyArray<BorrowerId>) =>
  (rows: ReadModelRows): ReadonlyMap<BorrowerId, WaitingBorrower> => {
    const absences = absencesOfBorrowers(borrowers)(rows)
    return new Map(
      rows
        .findColumns(borrowersTable, columns, { oneOf: { borrower: borrowers } })
        .filter(({ ending }) => ending === null)
        .map(({ borrower, group, birthDate }) => [
          borrower,
          { group, birthDate, absence: absences.get(borrower) ?? null },
        ]),
    )
  }
