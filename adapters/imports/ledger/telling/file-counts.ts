import { addDays, type Day } from '../../../../domain/values/day'
import { monthOf, type Month } from '../../../../domain/values/month'
import { dueDay } from '../../../../domain/policy/due-day'
import type { Policy } from '../../../../domain/policy/policy'
import type { LedgerLoan, Reject, RejectReason } from '../reading/ledger-loan'
import type { ImportOptions } from '../request'
import type { Apart } from './summary'

/** What happens in a month, as the file has it. */
export interface MonthInFile {
  readonly loans: number
  readonly returns: number
}

const none: MonthInFile = { loans: 0, returns: 0 }

export const monthsInFile = (loans: ReadonlyArray<LedgerLoan>): ReadonlyMap<Month, MonthInFile> => {
  const months = new Map<Month, MonthInFile>()
  const count = (day: Day, what: keyof MonthInFile): void => {
    const sofar = months.get(monthOf(day)) ?? none
    months.set(monthOf(day), { ...sofar, [what]: sofar[what] + 1 })
  }
  for (const { lentOn, returned } of loans) {
    count(lentOn, 'loans')
    if (returned._tag === 'On') count(returned.day, 'returns')
  }
  return months
}

/** Whether a loan comes back after the day on which its copy is billed as lost. */
export const comesBackAfterBill =
  (policy: Policy, { branch }: ImportOptions) =>
  ({ lentOn, returned }: LedgerLoan): boolean => {
    if (returned._tag === 'Never') return false
    const dueOn = dueDay(policy)({ material: 'standard', group: 'adult', branch })(lentOn)
    return returned.day > addDays(policy.billedAfterDays)(dueOn)
  }

/** How many of some loans have a return that is wholly known, and how many a partly known one. */
export const apart = (loans: ReadonlyArray<LedgerLoan>): Apart => {
  const known = (which: 'whole' | 'partly'): number =>
    loans.filter(({ returned }) => returned._tag === 'On' && returned.known === which).length
  return { whole: known('whole'), partly: known('partly') }
}

export const countReasons = (rejects: ReadonlyArray<Reject>): Readonly<Partial<Record<RejectReason, number>>> => {
  const counts: Partial<Record<RejectReason, number>> = {}
  for (const { reason } of rejects) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}
