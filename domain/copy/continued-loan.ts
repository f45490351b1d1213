import type { Day } from '../values/day'

/** What a loan takes over from the loan whose return was undone: when it was lent, and how often it was renewed. */
export interface ContinuedLoan {
  readonly lentOn: Day
  readonly renewals: number
}

const widthOfDay = 10
const widthOfRenewals = 3

/**
 * What a loan continues, as its event has it: a text of one width, also when it continues none, so that the size of the
 * sealed part does not tell which loans go on after a return that was a mistake.
 */
export const textOfContinuedLoan = (continued: ContinuedLoan | null): string =>
  continued === null
    ? ' '.repeat(widthOfDay + widthOfRenewals)
    : continued.lentOn + String(continued.renewals).padStart(widthOfRenewals)

/** The loan in such a text; null when none is continued. An event of an earlier version has an empty text. */
export const continuedLoanOfText = (text: string): ContinuedLoan | null =>
  text.trim() === '' ? null : { lentOn: text.slice(0, widthOfDay) as Day, renewals: Number(text.slice(widthOfDay)) }
