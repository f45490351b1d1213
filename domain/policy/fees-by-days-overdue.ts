import { daysBetween, type Day } from '../values/day'
import { oreFromKroner, zeroOre, type Ore } from '../values/ore'
import type { AgeClass } from './age-class'

/** A row of the table: the fee, in øre, for a loan overdue by at most that many days. */
interface FeeTableRow {
  readonly upToDays: number
  readonly owed: Readonly<Record<AgeClass, Ore>>
}

/** Rows by rising number of days. The last one has no upper bound. */
export type FeesByDaysOverdue = ReadonlyArray<FeeTableRow>

/** The maxima of the Danish act on library services, by days overdue and age at lending. */
export const statutoryMaximumFees: FeesByDaysOverdue = [
  { upToDays: 7, owed: { adult: oreFromKroner(20), child: oreFromKroner(10) } },
  { upToDays: 14, owed: { adult: oreFromKroner(60), child: oreFromKroner(30) } },
  { upToDays: 30, owed: { adult: oreFromKroner(120), child: oreFromKroner(55) } },
  { upToDays: Infinity, owed: { adult: oreFromKroner(230), child: oreFromKroner(120) } },
]

/** Whole days overdue, counted from the day after the due day; 0 when in time. */
export const daysOverdueOn =
  (dueOn: Day) =>
  (on: Day): number =>
    Math.max(0, daysBetween(dueOn)(on))

/** The fee for that many days overdue, in øre. */
export const feeForDaysOverdue =
  (table: FeesByDaysOverdue) =>
  (age: AgeClass) =>
  (days: number): Ore =>
    days < 1 ? zeroOre : (table.find((step) => days <= step.upToDays)?.owed[age] ?? zeroOre)
