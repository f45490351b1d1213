import type { BorrowerGroup } from './borrower-group'
import type { MaterialGroup } from './material-group'

/** Days by borrower group. A group that is not named may not borrow this material. */
export type LoanPeriodDaysByBorrowerGroup = Readonly<Partial<Record<BorrowerGroup, number>>>

/** Loan periods (udlånstid) in days. */
export interface LoanPeriods {
  readonly days: Readonly<Record<MaterialGroup, LoanPeriodDaysByBorrowerGroup>>
  /** The period of a recorded loan for which the table has none. */
  readonly otherwise: number
}

const forEverybody = (days: number): LoanPeriodDaysByBorrowerGroup => ({
  adult: days,
  child: days,
  staff: days,
  institution: 90,
})

/** "30 days; short loans 14 and 7; institutions 90." Inter-library loans are a material group of their own. */
export const defaultLoanPeriods: LoanPeriods = {
  days: {
    standard: forEverybody(30),
    'short-14': forEverybody(14),
    'short-7': forEverybody(7),
    'inter-library': forEverybody(30),
    'not-lent': {},
  },
  otherwise: 30,
}

/** The loan period in days for a material group and a borrower group; undefined when it is not lent to them. */
export const loanPeriod =
  (periods: LoanPeriods) =>
  (material: MaterialGroup, borrower: BorrowerGroup): number | undefined =>
    periods.days[material][borrower]

/** Whether a material group is lent to anybody. */
export const isMaterialGroupLent =
  (periods: LoanPeriods) =>
  (material: MaterialGroup): boolean =>
    Object.keys(periods.days[material]).length > 0
