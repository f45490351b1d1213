import { addDays, daysBetween, type Day } from '../../../../domain/values/day'
import { monthOf, type Month } from '../../../../domain/values/month'
import { dueDayOfLoan } from '../../../../domain/policy/due-day-of-loan'
import type { PolicyByDay } from '../../../../domain/policy/policy-by-day'
import type { LedgerLoan, RejectedRow, RejectReason } from '../reading/ledger-loan'
import type { Ledger } from '../reading/read-ledger'
import type { LedgerReplayOptions } from '../ledger-replay-options'
import type { LedgerReturnCounts } from './import-summary'

/** The loans and returns of a month in the file. */
interface LedgerMonthCount {
  readonly loans: number
  readonly returns: number
}

const noCount: LedgerMonthCount = { loans: 0, returns: 0 }

export const countLedgerLoansByMonth = (loans: ReadonlyArray<LedgerLoan>): ReadonlyMap<Month, LedgerMonthCount> => {
  const months = new Map<Month, LedgerMonthCount>()
  const count = (day: Day, what: keyof LedgerMonthCount): void => {
    const previous = months.get(monthOf(day)) ?? noCount
    months.set(monthOf(day), { ...previous, [what]: previous[what] + 1 })
  }
  for (const { lentOn, returned } of loans) {
    count(lentOn, 'loans')
    if (returned._tag === 'On') count(returned.day, 'returns')
  }
  return months
}

/** The lines that must be loans: counted in the bytes of the file, without those that are known to be something else. */
export const countLedgerLoanLines = ({ lines, rejects }: Pick<Ledger, 'lines' | 'rejects'>): number =>
  rejects.reduce(
    (count, { firstLine, lastLine }) => count - (lastLine - firstLine + 1),
    lines.inFile - lines.headings - lines.blank,
  )

/** Counts the borrowers whose rows name them differently: a column that mixes people up shows here. */
export const countBorrowersWithSeveralNames = (loans: ReadonlyArray<LedgerLoan>): number => {
  const names = new Map<string, string>()
  const several = new Set<string>()
  for (const { borrower, borrowerName } of loans) {
    if (borrowerName === '') continue
    if ((names.get(borrower) ?? borrowerName) !== borrowerName) several.add(borrower)
    names.set(borrower, borrowerName)
  }
  return several.size
}

/** Whether a loan is returned after the day on which its copy is billed as lost. */
export const isReturnedAfterBill =
  (policy: PolicyByDay, { branch }: LedgerReplayOptions) =>
  ({ lentOn, returned }: LedgerLoan): boolean => {
    if (returned._tag === 'Never') return false
    const dueOn = dueDayOfLoan(policy(lentOn))({ material: 'standard', group: 'adult', branch })(lentOn)
    const daysClosedLate = Array.from({ length: Math.max(0, daysBetween(dueOn)(returned.day)) }, (_, days) => days)
    return daysClosedLate.some((days) => days >= policy(addDays(days)(dueOn)).billedAfterDays)
  }

/** Counts the returns with a complete day, and those with a partly known day. */
export const countLedgerReturns = (loans: ReadonlyArray<LedgerLoan>): LedgerReturnCounts => {
  const countKnown = (which: 'whole' | 'partly'): number =>
    loans.filter(({ returned }) => returned._tag === 'On' && returned.known === which).length
  return { whole: countKnown('whole'), partly: countKnown('partly') }
}

export const countRejectReasons = (
  rejects: ReadonlyArray<RejectedRow>,
): Readonly<Partial<Record<RejectReason, number>>> => {
  const counts: Partial<Record<RejectReason, number>> = {}
  for (const { reason } of rejects) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}
