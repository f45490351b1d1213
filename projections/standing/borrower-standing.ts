import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { zeroOre, sumOfOre, type Ore } from '../../domain/values/ore'
import type { FeePolicyByDay } from '../../domain/policy/fee-policy'
import type { BorrowerStanding } from '../../domain/policy/borrower-standing'
import { recordedBlocksOfBorrower } from '../borrowers/borrower-record-queries'
import { borrowersTable, identitiesTable, preferencesTable } from '../borrowers/borrower-tables'
import { unsettledAmountOfBorrower } from '../fees/borrower-debt'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { isLoanRunning, lateRenewalsOfBorrower, loansOfBorrower } from '../loans/loan-queries'
import { loansTable, type LoanRow } from '../loans/loans-table'
import { reservationsOfBorrower } from '../queue/reservation-queries'
import { sumOfUnleviedLatenessFees } from './sum-of-unlevied-lateness-fees'
import { unleviedCompensation } from './unlevied-compensation'

const identityColumns = ['group', 'birthDate', 'municipality'] as const
const loanColumns = ['loan', 'copy', 'title', 'dueOn', 'endedOn'] as const
type LoanOfBorrower = Pick<LoanRow, (typeof loanColumns)[number]>

const isEndedLate = ({ endedOn, dueOn }: LoanOfBorrower): boolean => endedOn !== null && endedOn > dueOn

/** Fees for late returns and renewals, and compensations for lost copies that are not levied yet, in øre. */
const unleviedAmount =
  (feesOn: FeePolicyByDay, today: Day) =>
  (borrower: BorrowerId, all: ReadonlyArray<LoanRow>) =>
  (rows: ReadModelRows): Ore =>
    sumOfOre([
      sumOfUnleviedLatenessFees(feesOn, today)(borrower, all)(rows),
      unleviedCompensation(feesOn, today)(borrower, all)(rows),
    ])

/** Most borrowers return and renew in time, so the unlevied amount is computed only for those who did not. */
const unleviedAmountIfAnyLate =
  (feesOn: FeePolicyByDay, today: Day) =>
  (borrower: BorrowerId, borrowerLoans: ReadonlyArray<LoanOfBorrower>) =>
  (rows: ReadModelRows): Ore =>
    borrowerLoans.some(isEndedLate) || lateRenewalsOfBorrower(borrower)(rows).length > 0
      ? unleviedAmount(feesOn, today)(borrower, loansOfBorrower(borrower)(rows))(rows)
      : zeroOre

/**
 * A borrower's standing, as commands under the borrower lock read it: call it only when the read models have passed the
 * ends of both logs. Undefined when nobody with this id is registered, and when the borrower is forgotten, has lapsed or
 * has requested erasure: nothing new is recorded for such a borrower.
 */
export const borrowerStanding =
  (feesOn: FeePolicyByDay, today: Day) =>
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): BorrowerStanding | undefined => {
    const where = { borrower }
    const [registered] = rows.findColumns(borrowersTable, ['ending'], { where })
    if (registered?.ending !== null) return undefined
    const [identity] = rows.findColumns(identitiesTable, identityColumns, { where })
    const [preferences] = rows.findColumns(preferencesTable, ['homeBranch'], { where })
    if (identity === undefined || preferences === undefined) return undefined
    const borrowerLoans = rows.findColumns(loansTable, loanColumns, { where, orderBy: ['dueOn', 'loan'] })
    return {
      borrower,
      ...identity,
      ...preferences,
      blocks: recordedBlocksOfBorrower(borrower)(rows).map(({ reason }) => reason),
      owed: sumOfOre([
        unsettledAmountOfBorrower(borrower)(rows),
        unleviedAmountIfAnyLate(feesOn, today)(borrower, borrowerLoans)(rows),
      ]),
      loans: borrowerLoans.filter(isLoanRunning).map(({ loan, copy, title }) => ({ loan, copy, title })),
      reservations: reservationsOfBorrower(borrower)(rows).map(({ reservation, title, volume }) => ({
        reservation,
        title,
        volume,
      })),
    }
  }
