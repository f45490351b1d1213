import type { Day } from '../values/day'

/** Fraværsperiode: the days on which a borrower is absent, the first and the last included. */
export interface AbsencePeriod {
  readonly from: Day
  /** Null until the borrower removes the period. */
  readonly until: Day | null
}

/** Whether the last day of a period is this day, or an earlier one. */
export const absenceEndsBy =
  (day: Day) =>
  ({ until }: AbsencePeriod): boolean =>
    until !== null && until <= day

/** Whether a borrower with this period, or with none, is absent on a day. */
export const isAbsentOn =
  (day: Day) =>
  (period: AbsencePeriod | null): boolean =>
    period !== null && period.from <= day && (period.until === null || period.until >= day)
