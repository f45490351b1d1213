import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { sum, type Ore } from '../../domain/values/ore'
import { owedForLateness, type FeePolicy } from '../../domain/policy/fee-policy'
import type { Occasion } from '../../domain/policy/occasion'
import { feeOfOccasion } from '../fees/queries'
import type { Rows } from '../kernel/rows'
import { isReturnedLate } from '../loans/queries'
import type { Loan } from '../loans/rows'

/** Days after which a returned loan is forgotten: whether it still stands in a row must not change what is owed. */
export const forgottenAfterDays = 30

export const occasionOf = ({ lentOn, dueOn, endedOn }: Loan): Occasion => ({
  lentOn,
  dueOn,
  occasion: endedOn ?? dueOn,
})

const byOccasion = (loans: ReadonlyArray<Loan>): ReadonlyArray<Loan> => [
  ...new Map(loans.map((loan) => [Object.values(occasionOf(loan)).join(), loan])).values(),
]

const countsOn =
  (today: Day) =>
  (loan: Loan): boolean =>
    isReturnedLate(loan) && loan.endedOn !== null && addDays(forgottenAfterDays)(loan.endedOn) >= today

/**
 * What a borrower with these loans owes for late returns whose fee has not been levied yet, in øre: one fee an occasion,
 * and nothing for one that has joined, or will join, a fee already levied: a fee names no loan, but its occasion says
 * which it is for. A return counts from the day of return on, for 30 days; a fee is known for as long at least.
 */
export const owedBeforeLevying =
  (policy: FeePolicy, today: Day) =>
  (borrower: BorrowerId, loans: ReadonlyArray<Loan>) =>
  (rows: Rows): Ore => {
    const late = loans.filter(countsOn(today))
    return sum(
      byOccasion(late)
        .filter((loan) => feeOfOccasion(borrower, occasionOf(loan))(rows) === undefined)
        .map((loan) => owedForLateness(policy)(loan.endedOn ?? loan.dueOn)(loan)),
    )
  }
