import type { Day } from '../values/day'

/**
 * What one fee covers, whatever the number of items: all that a borrower borrowed on one day, due on one day, and
 * brought back on one day. Renewing moves the due day and not the day of lending.
 */
export interface Occasion {
  readonly lentOn: Day
  readonly dueOn: Day
  /** The day of return, or of billing as lost. */
  readonly occasion: Day
}

/** Whether two late returns of one borrower share a fee. */
export const isSameOccasion =
  (one: Occasion) =>
  (other: Occasion): boolean =>
    one.lentOn === other.lentOn && one.dueOn === other.dueOn && one.occasion === other.occasion
