import type { Day } from '../values/day'

/**
 * One fee covers one occasion: all that a borrower borrowed on one day, due on one day, and returned or renewed on one
 * day. A renewal changes the due day and not the day of lending.
 */
export interface FeeOccasionDays {
  readonly lentOn: Day
  readonly dueOn: Day
  /** The day of return, of renewal, or of billing as lost. */
  readonly occasion: Day
}

/** Whether two late returns or renewals of one borrower share a fee. */
export const isSameFeeOccasion =
  (one: FeeOccasionDays) =>
  (other: FeeOccasionDays): boolean =>
    one.lentOn === other.lentOn && one.dueOn === other.dueOn && one.occasion === other.occasion
