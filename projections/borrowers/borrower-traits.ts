import type { BorrowerId } from '../../domain/values/ids'
import type { BorrowerTraits } from '../../domain/policy/reservable-material'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { borrowersTable, identitiesTable } from './borrower-tables'

/** The group and the birth date of the borrowers who are registered, and neither lapsed nor about to be erased. */
export const groupAndBirthDateOfBorrowers =
  (borrowers: ReadonlyArray<BorrowerId>) =>
  (rows: ReadModelRows): ReadonlyMap<BorrowerId, BorrowerTraits> =>
    new Map(
      borrowers.flatMap((borrower) =>
        rows
          .findColumns(borrowersTable, ['ending'], { where: { borrower } })
          .filter(({ ending }) => ending === null)
          .flatMap(() => rows.findColumns(identitiesTable, ['group', 'birthDate'], { where: { borrower } }))
          .map((traits) => [borrower, traits] as const),
      ),
    )
