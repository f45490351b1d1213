import { pipe } from 'fp-ts/function'
import { addMonths, lastMonthOfHalfYear, type HalfYear, type Month } from '../values/month'

/** After how many years an inactive borrower lapses, and how many months before that the library writes to them. */
export interface InactivityPolicy {
  readonly years: number
  /** From the message to the erasure: one month or more. */
  readonly noticeMonths: number
}

/** "Inactive for 2 years: erased, after a notice." */
export const defaultInactivity: InactivityPolicy = { years: 2, noticeMonths: 1 }

/**
 * The month whose closing lapses a borrower: June or December, that many years after the end of the half-year in which
 * the borrower was last seen or registered.
 */
export const lapseMonthOf =
  ({ years }: Pick<InactivityPolicy, 'years'>) =>
  (lastSeen: HalfYear): Month =>
    pipe(lastSeen, lastMonthOfHalfYear, addMonths(12 * years))

/** The month whose closing announces to a borrower that they will lapse. */
export const announcementMonthOf =
  (policy: InactivityPolicy) =>
  (lastSeen: HalfYear): Month =>
    pipe(lastSeen, lapseMonthOf(policy), addMonths(-policy.noticeMonths))

/**
 * The month whose closing lapses a borrower to whom a closing announces it: never before the months of the notice are over,
 * also when an earlier closing ought to have announced it.
 */
export const lapseMonthAfter =
  (policy: InactivityPolicy) =>
  (announcedIn: Month) =>
  (lastSeen: HalfYear): Month => {
    const [lapses, afterNotice] = [lapseMonthOf(policy)(lastSeen), addMonths(policy.noticeMonths)(announcedIn)]
    return lapses > afterNotice ? lapses : afterNotice
  }
