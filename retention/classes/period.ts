/** How long after a start condition a scope is due. */
export type Period =
  /** Due with the closing of the day so many calendar days later. */
  | { readonly _tag: 'Days'; readonly days: number }
  /** Due without waiting for anything. */
  | { readonly _tag: 'AtOnce' }
  /** Due with the closing of the month so many months later. */
  | { readonly _tag: 'MonthClosing'; readonly months: number }
  /** Due with the closing of the half-year so many years after the half-year named. */
  | { readonly _tag: 'Inactivity'; readonly years: number }

export const days = (count: number): Period => ({ _tag: 'Days', days: count })
export const atOnce: Period = { _tag: 'AtOnce' }
export const monthClosing = (months: number): Period => ({ _tag: 'MonthClosing', months })
export const inactivity = (years: number): Period => ({ _tag: 'Inactivity', years })

/** The period in words, as the catalogue of events prints it. */
export const inWords = (period: Period): string => {
  switch (period._tag) {
    case 'Days':
      return period.days === 0 ? 'that day' : `${period.days} days later`
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
