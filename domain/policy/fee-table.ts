import { daysFrom, type Day } from '../values/day'
import { kroner, noMoney, type Ore } from '../values/ore'
import type { AgeClass } from './age-class'

/** A row of the table: what is owed when a loan is overdue by at most so many days, in øre. */
export interface FeeStep {
  readonly upToDays: number
  readonly owed: Readonly<Record<AgeClass, Ore>>
}

/** Rows by rising number of days; the last one has no upper bound. */
export type FeeTable = ReadonlyArray<FeeStep>

/** The maxima of the Danish act on library services, by days overdue and age at lending. */
export const statutoryFeeTable: FeeTable = [
  { upToDays: 7, owed: { adult: kroner(20), child: kroner(10) } },
  { upToDays: 14, owed: { adult: kroner(60), child: kroner(30) } },
  { upToDays: 30, owed: { adult: kroner(120), child: kroner(55) } },
  { upToDays: Infinity, owed: { adult: kroner(230), child: kroner(120) } },
]

/** Whole days by which a loan was late: counted from the day after the due day, and 0 when it was in time. */
export const daysOverdue =
  (dueOn: Day) =>
  (on: Day): number =>
    Math.max(0, daysFrom(dueOn)(on))

/** What the table asks for so many days overdue, in øre. */
export const feeIn =
  (table: FeeTable) =>
  (age: AgeClass) =>
  (days: number): Ore =>
    days < 1 ? noMoney : (table.find((step) => days <= step.upToDays)?.owed[age] ?? noMoney)
