import { yearsFrom, type Day } from '../../../../domain/values/day'
import type { LedgerLoan } from './ledger-loan'

/** Years that one ledger may span, from its first loan to its last loan or return. */
export const longestLedger = 200

/** The first and the last day on which anything happens. */
export interface Span {
  readonly first: Day
  readonly last: Day
}

/** Undefined where there are no loans. */
export const spanOf = (loans: ReadonlyArray<LedgerLoan>): Span | undefined =>
  loans.reduce<Span | undefined>((span, { lentOn, returned }) => {
    const last = returned._tag === 'On' ? returned.day : lentOn
    return span === undefined
      ? { first: lentOn, last }
      : { first: lentOn < span.first ? lentOn : span.first, last: last > span.last ? last : span.last }
  }, undefined)

/** Whether so many days would be simulated that one of them must be wrong. */
export const isTooLong = ({ first, last }: Span): boolean => yearsFrom(first)(last) >= longestLedger
