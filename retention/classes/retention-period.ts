/** How long after its start condition a scope is due. */
export type RetentionPeriod =
  /** Due with the closing of the day that is so many calendar days later. */
  | { readonly _tag: 'Days'; readonly afterDays: number }
  /** Due immediately, without waiting for a closing. */
  | { readonly _tag: 'AtOnce' }
  /** Due with the closing of the month that is so many months later. */
  | { readonly _tag: 'MonthClosing'; readonly months: number }
  /** Due with the closing of the half-year that is so many years after the named half-year. */
  | { readonly _tag: 'Inactivity'; readonly years: number }

export const erasureDueAfterDays = (count: number): RetentionPeriod => ({ _tag: 'Days', afterDays: count })
export const erasureDueAtOnce: RetentionPeriod = { _tag: 'AtOnce' }
export const afterMonthClosings = (months: number): RetentionPeriod => ({ _tag: 'MonthClosing', months })
export const afterInactivity = (years: number): RetentionPeriod => ({ _tag: 'Inactivity', years })

/** The period in English, for the catalogue of events. */
export const describeRetentionPeriod = (period: RetentionPeriod): string => {
  switch (period._tag) {
    case 'Days':
      return period.afterDays === 0 ? 'that day' : `${period.afterDays} days later`
    case 'AtOnce':
      return 'at once'
    case 'MonthClosing':
      return period.months === 0
        ? "with that month's closing"
        : period.months === 1
          ? 'with the closing of the next month'
          : `with the closing of the month ${period.months} months later`
    case 'Inactivity':
      return `${period.years} years after the end of that half-year`
  }
}
