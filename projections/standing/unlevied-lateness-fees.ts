import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { sumOfOre, type Ore } from '../../domain/values/ore'
import { owedForLateness, type FeePolicy } from '../../domain/policy/fee-policy'
import type { FeeOccasion } from '../../domain/policy/fee-occasion'
import { latenessFeeOfOccasion } from '../fees/fee-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { isLoanReturnedLate } from '../loans/loan-queries'
import type { LoanRow } from '../loans/loans-table'

/** Days after which an ended loan is forgotten. Later it does not count, whether or not its row still exists. */
export const loanRetentionDays = 30

export const feeOccasionOfLoan = ({ lentOn, dueOn, endedOn }: LoanRow): FeeOccasion => ({
  lentOn,
  dueOn,
  occasion: endedOn ?? dueOn,
})

const onePerOccasion = (loans: ReadonlyArray<LoanRow>): ReadonlyArray<LoanRow> => [
  ...new Map(loans.map((loan) => [Object.values(feeOccasionOfLoan(loan)).join(), loan])).values(),
]

const isCountedOn =
  (today: Day) =>
  (loan: LoanRow): boolean =>
    isLoanReturnedLate(loan) && loan.endedOn !== null && addDays(loanRetentionDays)(loan.endedOn) >= today

/**
 * What a borrower with these loans owes for late returns whose fee is not levied yet, in øre: one fee for each occasion,
 * and none for an occasion that has a levied fee. A fee names no loan, but its occasion identifies the loans. A return
 * counts from the day of return for 30 days; the fee is kept at least as long.
 */
export const unleviedLatenessFees =
  (policy: FeePolicy, today: Day) =>
  (borrower: BorrowerId, loans: ReadonlyArray<LoanRow>) =>
  (rows: ReadModelRows): Ore => {
    const late = loans.filter(isCountedOn(today))
    return sumOfOre(
      onePerOccasion(late)
        .filter((loan) => latenessFeeOfOccasion(borrower, feeOccasionOfLoan(loan))(rows) === undefined)
        .map((loan) => owedForLateness(policy)(loan.endedOn ?? loan.dueOn)(loan)),
    )
  }
