import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { sum, type Ore } from '../../domain/values/ore'
import { owedForLoss, type FeePolicy } from '../../domain/policy/fee-policy'
import { isSameOccasion } from '../../domain/policy/occasion'
import { copyById } from '../copies/queries'
import { feesOf, itemsOf } from '../fees/queries'
import type { Rows } from '../kernel/rows'
import type { Loan } from '../loans/rows'
import { forgottenAfterDays, occasionOf } from './late-returns'

const countsOn =
  (today: Day) =>
  ({ end, endedOn }: Loan): boolean =>
    end === 'billed' && endedOn !== null && addDays(forgottenAfterDays)(endedOn) > today

const isBilled = (borrower: BorrowerId, loan: Loan, rows: Rows): boolean =>
  feesOf(borrower)(rows).some(
    (fee) =>
      fee.kind === 'compensation' &&
      isSameOccasion(occasionOf(loan))(fee) &&
      itemsOf(fee.fee)(rows).some(({ copy }) => copy === loan.copy),
  )

const priceOf = (policy: FeePolicy, copy: CopyId, rows: Rows): Ore => copyById(copy)(rows)?.price ?? policy.defaultPrice

/**
 * What a borrower with these loans owes for copies counted as lost whose compensation has not been levied yet, in øre.
 * It counts from the day of billing on: a borrower is not erased between the bill and its fee.
 */
export const owedBeforeBilling =
  (policy: FeePolicy, today: Day) =>
  (borrower: BorrowerId, loans: ReadonlyArray<Loan>) =>
  (rows: Rows): Ore =>
    sum(
      loans
        .filter(countsOn(today))
        .filter((loan) => !isBilled(borrower, loan, rows))
        .map((loan) => owedForLoss(policy)(loan.borrowerGroup)(priceOf(policy, loan.copy, rows))),
    )
