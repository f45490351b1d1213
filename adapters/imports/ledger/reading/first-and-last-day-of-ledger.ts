import { ageInYears, type Day } from '../../../../domain/values/day'
import type { LedgerLoan } from './ledger-loan'

/** The most years that a ledger may span, from its first loan to its last loan or return. */
export const maxLedgerYears = 200

/** The first and the last day with a loan or a return. */
export interface LedgerSpan {
  readonly first: Day
  readonly last: Day
}

/** Undefined when there are no loans. */
export const firstAndLastDayOfLedger = (loans: ReadonlyArray<LedgerLoan>): LedgerSpan | undefined =>
  loans.reduce<LedgerSpan | undefined>((span, { lentOn, returned }) => {
    const last = returned._tag === 'On' ? returned.day : lentOn
    return span === undefined
      ? { first: lentOn, last }
      : { first: lentOn < span.first ? lentOn : span.first, last: last > span.last ? last : span.last }
  }, undefined)

/** Whether the span is so long that a day must be wrong. */
export const isLedgerSpanTooLong = ({ first, last }: LedgerSpan): boolean => ageInYears(first)(last) >= maxLedgerYears
