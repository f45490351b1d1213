import type { Day } from '../../../domain/values/day'
import type { LoanId, CopyId } from '../../../domain/values/ids'
import { makeUpPerson } from '../simulation/made-up-person'
import { townBranches, type SimulatedTown, type SimulatedBorrower } from '../simulation/simulated-town'

/** How large the library of a simulated year is, and how much happens there. */
export interface YearPlan {
  /** Borrowers who are registered on the first day. */
  readonly borrowers: number
  /**
   * Borrowers who register on an open day, on average. Each of them borrows at once. They come at an even rate, which is
   * the hardest case: then the order of registrations tells their days best.
   */
  readonly newcomers: number
  /** Visits of an open day by borrowers who return nothing, on average. Returns bring more visits. */
  readonly visits: number
  /** The probability that a borrower asks for erasure on an open day: one who has nothing, and owes nothing, if there is one. */
  readonly erasureRequests: number
  readonly startOn: Day
  readonly days: number
  /** A backup, an inventory and a list of living scopes are made after each so many days. */
  readonly daysBetweenCopies: number
  /** The wrapping keys are renewed after each so many days. */
  readonly daysBetweenRolls: number
}

const wholeYear = { startOn: '2026-01-01' as Day, days: 365 }

const copiesAfter = (days: number) => ({ daysBetweenCopies: days, daysBetweenRolls: days })

/**
 * The three libraries that are attacked. What is lent grows more slowly than the number of borrowers. Copies of each day
 * are made of the small one; of the others on every third and fifth day, because a copy takes seconds.
 */
export const yearPlans = {
  small: { borrowers: 150, newcomers: 0.2, visits: 5, erasureRequests: 0.07, ...wholeYear, ...copiesAfter(1) },
  medium: { borrowers: 1000, newcomers: 1, visits: 14, erasureRequests: 0.175, ...wholeYear, ...copiesAfter(3) },
  large: { borrowers: 8000, newcomers: 4, visits: 32, erasureRequests: 1, ...wholeYear, ...copiesAfter(5) },
} as const satisfies Readonly<Record<string, YearPlan>>

/** A hundred days in both halves of a year, with many newcomers: enough to notice a leak. */
export const planOfHundredDays: YearPlan = {
  ...{ borrowers: 150, newcomers: 0.7, visits: 3, erasureRequests: 0.4, startOn: '2026-06-01' as Day, days: 100 },
  ...copiesAfter(3),
}

/** A borrower brings a copy back. */
export interface PlannedReturn {
  readonly loan: LoanId
  readonly copy: CopyId
  readonly borrower: SimulatedBorrower
}

/** The state of a simulated year. Days are numbers from 0. */
export interface SimulatedYear {
  readonly town: SimulatedTown
  readonly plan: YearPlan
  /** Those who visit, in random order: the first ones come most often. */
  readonly visitors: SimulatedBorrower[]
  readonly returns: Map<number, PlannedReturn[]>
  /** Borrowers who have returned something, and on which day last. */
  readonly returnedOn: Map<SimulatedBorrower, number>
  /** CPR numbers that are taken: made-up ones may repeat among thousands. */
  readonly cprNumbers: Set<string>
  /** The number of the next borrower to register. */
  nextBorrower: number
}

/** The number of the next borrower, whose CPR number nobody else has. */
export const takeBorrowerNumber = (year: SimulatedYear): number => {
  for (;;) {
    const n = year.nextBorrower++
    const cpr = String(makeUpPerson(n, townBranches[0]!).person.cpr)
    if (year.cprNumbers.has(cpr)) continue
    year.cprNumbers.add(cpr)
    return n
  }
}

/** About this number: its fraction is the probability of one more. */
export const countAround = ({ random }: Pick<SimulatedTown, 'random'>, average: number): number =>
  Math.floor(average) + (random.withProbability(average % 1) ? 1 : 0)
