import { pipe } from 'fp-ts/function'
import { addMonths, lastMonthOfHalfYear, type HalfYear, type Month } from '../values/month'

/** After how many years an inactive borrower lapses. */
export interface InactivityPolicy {
  readonly years: number
}

export const defaultInactivity: InactivityPolicy = { years: 2 }

/**
 * The month whose closing lapses a borrower: June or December, that many years after the end of the half-year in which
 * the borrower was last seen or registered.
 */
export const lapseMonthOf =
  (policy: InactivityPolicy) =>
  (lastSeen: HalfYear): Month =>
    pipe(lastSeen, lastMonthOfHalfYear, addMonths(12 * policy.years))
