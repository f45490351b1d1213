import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { sumOfOre, type Ore } from '../../domain/values/ore'
import { owedForLateness, type FeePolicyByDay, type LatenessFeeBasis } from '../../domain/policy/fee-policy'
import type { FeeOccasionDays } from '../../domain/policy/fee-occasion-days'
import { latenessFeesToKeep } from '../../domain/reactions/lateness-fees-to-keep'
import { feesOfBorrower, latenessFeeOfOccasion, toBorrowerFee } from '../fees/fee-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { isLoanReturnedLate, lateRenewalsOfBorrower } from '../loans/loan-queries'
import type { LoanRow } from '../loans/loans-table'

/** Days after which an ended loan is forgotten. Later it does not count, whether or not its row still exists. */
export const loanRetentionDays = 30

export const latenessFeeOccasionOfLoan = ({ lentOn, dueOn, endedOn }: LoanRow): FeeOccasionDays => ({
  lentOn,
  dueOn,
  occasion: endedOn ?? dueOn,
})

/** A late return or a late renewal. */
type Lateness = FeeOccasionDays & LatenessFeeBasis & Pick<LoanRow, 'copy'>

const lateReturns = (loans: ReadonlyArray<LoanRow>): ReadonlyArray<Lateness> =>
  loans.filter(isLoanReturnedLate).map((loan) => ({ ...loan, ...latenessFeeOccasionOfLoan(loan) }))

/** Whether a renewal came after the end of its loan: it does not count. */
const isAfterEnd =
  (renewedOn: Day) =>
  ({ endedOn }: LoanRow): boolean =>
    endedOn !== null && renewedOn > endedOn

const lateRenewals =
  (borrower: BorrowerId, loans: ReadonlyArray<LoanRow>) =>
  (rows: ReadModelRows): ReadonlyArray<Lateness> => {
    const loansById = new Map(loans.map((row) => [row.loan, row]))
    return lateRenewalsOfBorrower(borrower)(rows).flatMap(({ loan, dueOn, renewedOn }) => {
      const row = loansById.get(loan)
      return row === undefined || isAfterEnd(renewedOn)(row) ? [] : [{ ...row, dueOn, occasion: renewedOn }]
    })
  }

const onePerOccasion = (all: ReadonlyArray<Lateness>): ReadonlyArray<Lateness> => [
  ...new Map(all.map((late) => [[late.lentOn, late.dueOn, late.occasion].join(), late])).values(),
]

/** Whether a fee of the loan stands that it does not owe by now: none is levied beside it. */
const isBesideFeeThatStands =
  (borrower: BorrowerId, all: ReadonlyArray<Lateness>) =>
  (rows: ReadModelRows) =>
  ({ copy, lentOn }: Lateness): boolean => {
    const ofLoan = (one: FeeOccasionDays): boolean => one.lentOn === lentOn
    const levied = feesOfBorrower(borrower)(rows).filter((fee) => fee.kind === 'lateness' && ofLoan(fee))
    const owed = all.filter((late) => late.copy === copy && ofLoan(late))
    return latenessFeesToKeep(copy, owed, levied.map(toBorrowerFee(rows))).length > 0
  }

const isCountedOn =
  (today: Day) =>
  ({ occasion }: Lateness): boolean =>
    addDays(loanRetentionDays)(occasion) >= today

/**
 * What a borrower with these loans owes for late returns and renewals whose fee is not levied yet, in øre: one fee for
 * each occasion, none for an occasion that has a levied fee, and none beside a fee that stands. A fee names no loan, but
 * its occasion identifies the loans. A return or renewal counts from its day for 30 days; the fee is kept at least as long.
 */
export const sumOfUnleviedLatenessFees =
  (feesOn: FeePolicyByDay, today: Day) =>
  (borrower: BorrowerId, loans: ReadonlyArray<LoanRow>) =>
  (rows: ReadModelRows): Ore => {
    const all = [...lateReturns(loans), ...lateRenewals(borrower, loans)(rows)]
    return sumOfOre(
      onePerOccasion(all.filter(isCountedOn(today)))
        .filter((late) => latenessFeeOfOccasion(borrower, late)(rows) === undefined)
        .filter((late) => !isBesideFeeThatStands(borrower, all)(rows)(late))
        .map((late) => owedForLateness(feesOn(late.occasion))(late.occasion)(late)),
    )
  }
