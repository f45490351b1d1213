import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { sumOfOre, type Ore } from '../../domain/values/ore'
import { owedForLoss, type FeePolicy, type FeePolicyByDay } from '../../domain/policy/fee-policy'
import { isSameFeeOccasion } from '../../domain/policy/fee-occasion-days'
import { copyById } from '../copies/copy-queries'
import { feesOfBorrower, itemsOfFee } from '../fees/fee-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import type { LoanRow } from '../loans/loans-table'
import { loanRetentionDays, latenessFeeOccasionOfLoan } from './sum-of-unlevied-lateness-fees'

const isCountedOn =
  (today: Day) =>
  ({ end, endedOn }: LoanRow): boolean =>
    end === 'billed' && endedOn !== null && addDays(loanRetentionDays)(endedOn) > today

const isCompensationLevied = (borrower: BorrowerId, loan: LoanRow, rows: ReadModelRows): boolean =>
  feesOfBorrower(borrower)(rows).some(
    (fee) =>
      fee.kind === 'compensation' &&
      isSameFeeOccasion(latenessFeeOccasionOfLoan(loan))(fee) &&
      itemsOfFee(fee.fee)(rows).some(({ copy }) => copy === loan.copy),
  )

const priceOf = (policy: FeePolicy, copy: CopyId, rows: ReadModelRows): Ore =>
  copyById(copy)(rows)?.price ?? policy.defaultPrice

/**
 * What a borrower with these loans owes for lost copies whose compensation is not levied yet, in øre. It counts from the
 * day of billing, so that a borrower is not erased between the billing and the levying.
 */
export const unleviedCompensation =
  (feesOn: FeePolicyByDay, today: Day) =>
  (borrower: BorrowerId, loans: ReadonlyArray<LoanRow>) =>
  (rows: ReadModelRows): Ore =>
    sumOfOre(
      loans
        .filter(isCountedOn(today))
        .filter((loan) => !isCompensationLevied(borrower, loan, rows))
        .map((loan) => {
          const policy = feesOn(loan.endedOn ?? loan.dueOn)
          return owedForLoss(policy)(loan.borrowerGroup)(priceOf(policy, loan.copy, rows))
        }),
    )
