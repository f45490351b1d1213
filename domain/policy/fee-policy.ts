import { pipe } from 'fp-ts/function'
import { addYears, type Day } from '../values/day'
import { oreFromKroner, zeroOre, sumOfOre, type Ore } from '../values/ore'
import type { AgeClass } from './age-class'
import type { BorrowerGroup } from './borrower-group'
import { daysOverdueOn, feeForDaysOverdue, statutoryMaximumFees, type FeesByDaysOverdue } from './fees-by-days-overdue'

/** The fees for lateness and for lost copies. */
export interface FeePolicy {
  readonly table: FeesByDaysOverdue
  /** Groups that owe no fee for lateness and no compensation. */
  readonly exempt: ReadonlyArray<BorrowerGroup>
  /** The price of a copy whose price is unknown, in øre. */
  readonly defaultPrice: Ore
  /** Added to the price of a lost copy, in øre. */
  readonly handlingFee: Ore
  /** Years after it was levied, or the debt was renewed, at whose end an unpaid fee is written off. */
  readonly writtenOffAfterYears: number
}

/** The fees by day: a fee is that of the day of return or billing. */
export type FeePolicyByDay = (day: Day) => FeePolicy

export const defaultFees: FeePolicy = {
  table: statutoryMaximumFees,
  exempt: ['institution', 'staff'],
  defaultPrice: oreFromKroner(200),
  handlingFee: oreFromKroner(50),
  writtenOffAfterYears: 3,
}

/** What a fee for lateness is computed from. */
export interface LatenessFeeBasis {
  readonly borrowerGroup: BorrowerGroup
  readonly ageClass: AgeClass
  readonly dueOn: Day
}

const isExempt =
  (policy: FeePolicy) =>
  (group: BorrowerGroup): boolean =>
    policy.exempt.includes(group)

/** The fee for the lateness of a loan that is returned, renewed or billed on a day, in øre; 0 when it was in time or the group is exempt. */
export const owedForLateness =
  (policy: FeePolicy) =>
  (on: Day) =>
  (loan: LatenessFeeBasis): Ore =>
    isExempt(policy)(loan.borrowerGroup)
      ? zeroOre
      : pipe(on, daysOverdueOn(loan.dueOn), feeForDaysOverdue(policy.table)(loan.ageClass))

/** The compensation for a lost copy of a price, in øre: price and handling fee; 0 when the group is exempt. */
export const owedForLoss =
  (policy: FeePolicy) =>
  (group: BorrowerGroup) =>
  (price: Ore): Ore =>
    isExempt(policy)(group) ? zeroOre : sumOfOre([price, policy.handlingFee])

/** "Written off after three years unless renewed": the last day on which a fee that was levied or renewed on a day is owed. */
export const lastDayOwed =
  ({ writtenOffAfterYears }: FeePolicy) =>
  (on: Day): Day =>
    addYears(writtenOffAfterYears)(on)
