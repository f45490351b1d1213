import { pipe } from 'fp-ts/function'
import type { Day } from '../values/day'
import { kroner, noMoney, sum, type Ore } from '../values/ore'
import type { AgeClass } from './age-class'
import type { BorrowerGroup } from './borrower-group'
import { daysOverdue, feeIn, statutoryFeeTable, type FeeTable } from './fee-table'

/** What a library asks for lateness and for a lost copy. */
export interface FeePolicy {
  readonly table: FeeTable
  /** Groups that owe nothing, neither for lateness nor for a lost copy. */
  readonly exempt: ReadonlyArray<BorrowerGroup>
  /** What a copy costs when nobody has said its price, in øre. */
  readonly defaultPrice: Ore
  /** Added to the price of a lost copy for replacing it, in øre. */
  readonly handling: Ore
}

export const defaultFees: FeePolicy = {
  table: statutoryFeeTable,
  exempt: ['institution', 'staff'],
  defaultPrice: kroner(200),
  handling: kroner(50),
}

/** What a fee is reckoned from. */
export interface LateLoan {
  readonly borrowerGroup: BorrowerGroup
  readonly ageClass: AgeClass
  readonly dueOn: Day
}

const isExempt =
  (policy: FeePolicy) =>
  (group: BorrowerGroup): boolean =>
    policy.exempt.includes(group)

/** What a loan that ends on a day owes for lateness, in øre; nothing when it was in time or the group is exempt. */
export const owedForLateness =
  (policy: FeePolicy) =>
  (on: Day) =>
  (loan: LateLoan): Ore =>
    isExempt(policy)(loan.borrowerGroup)
      ? noMoney
      : pipe(on, daysOverdue(loan.dueOn), feeIn(policy.table)(loan.ageClass))

/** What a lost copy of some price owes, in øre: price and handling; nothing when the group is exempt. */
export const owedForLoss =
  (policy: FeePolicy) =>
  (group: BorrowerGroup) =>
  (price: Ore): Ore =>
    isExempt(policy)(group) ? noMoney : sum([price, policy.handling])
