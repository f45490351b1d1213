import type { Day } from '../../../../domain/values/day'

/** What this run has done and seen. Amounts in øre. */
export interface Tally {
  commands: number
  loans: number
  days: number
  midnightsWithOverdue: number
  /** The first day that this run simulated. */
  since: Day
  fees: { count: number; amount: number }
  bills: { count: number; amount: number }
}

export const newTally = (since: Day): Tally => ({
  commands: 0,
  loans: 0,
  days: 0,
  midnightsWithOverdue: 0,
  since,
  fees: { count: 0, amount: 0 },
  bills: { count: 0, amount: 0 },
})
