import type { Day } from '../../../../domain/values/day'

/** Counts of this run. Amounts in øre. */
export interface ImportCounters {
  commands: number
  loans: number
  days: number
  midnightsWithOverdue: number
  /** The first simulated day of this run. */
  since: Day
  fees: { count: number; amount: number }
  bills: { count: number; amount: number }
}

export const newImportCounters = (since: Day): ImportCounters => ({
  commands: 0,
  loans: 0,
  days: 0,
  midnightsWithOverdue: 0,
  since,
  fees: { count: 0, amount: 0 },
  bills: { count: 0, amount: 0 },
})
