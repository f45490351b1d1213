import { pipe } from 'fp-ts/function'
import { addMonths, lastMonthOf, type HalfYear, type Month } from '../values/month'

/** How long somebody who does not use the library stays a borrower. */
export interface InactivityPolicy {
  readonly years: number
}

export const defaultInactivity: InactivityPolicy = { years: 2 }

/**
 * The month with whose closing a borrower lapses: June or December, some years after the end of the half-year in
 * which the borrower was last seen or registered.
 */
export const lapsesWith =
  (policy: InactivityPolicy) =>
  (lastSeen: HalfYear): Month =>
    pipe(lastSeen, lastMonthOf, addMonths(12 * policy.years))
