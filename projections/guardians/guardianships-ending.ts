import type { GuardianshipOverAtClosing } from '../../domain/closing/end-guardianship-commands-of-month'
import { isMinorOn, type GuardianPolicy } from '../../domain/policy/guardian-policy'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { borrowerById } from '../borrowers/borrower-record-queries'
import { unsettledFeesOfBorrower } from '../fees/fee-queries'
import type { FeeRow } from '../fees/fee-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { guardiansTable } from './guardian-tables'

/** The unsettled fees of a borrower that were levied while the borrower was under age: the guardian answers for them. */
export const unsettledFeesFromBeforeMajority =
  (policy: GuardianPolicy) =>
  (borrower: BorrowerId, birthDate: Day | null) =>
  (rows: ReadModelRows): ReadonlyArray<FeeRow> =>
    unsettledFeesOfBorrower(borrower)(rows).filter(({ leviedOn }) => isMinorOn(policy)(birthDate)(leviedOn))

/**
 * The guardianships of borrowers who are of age on a day, or whose birth date is unknown, and who owe no fee from before. Of
 * borrowers who are registered and not about to be erased; by id, which is random.
 */
export const guardianshipsEndingBy =
  (policy: GuardianPolicy) =>
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<GuardianshipOverAtClosing> => {
    const isOver = (borrower: BorrowerId): boolean => {
      const record = borrowerById(borrower)(rows)
      if (record?.ending !== null || isMinorOn(policy)(record.birthDate)(day)) return false
      return unsettledFeesFromBeforeMajority(policy)(borrower, record.birthDate)(rows).length === 0
    }
    return rows
      .find(guardiansTable, { orderBy: ['guardian'] })
      .filter(({ borrower }) => isOver(borrower))
      .map(({ borrower, guardian }) => ({ borrower, guardian }))
  }
