import { addDays, type Day } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import { seedOfRun } from '../../fixtures/seed-of-run'

/** How large a simulated week is. */
export interface WeekSettings {
  readonly days: number
  readonly machines: number
  readonly borrowers: number
  readonly copies: number
  /** Acts on each day, desks and machines together. */
  readonly stepsEachDay: number
}

/** The form that runs with every test. */
export const shortWeek: WeekSettings = { days: 2, machines: 5, borrowers: 60, copies: 120, stepsEachDay: 200 }

export const longWeek: WeekSettings = { days: 7, machines: 20, borrowers: 500, copies: 900, stepsEachDay: 500 }

export const branches: ReadonlyArray<BranchId> = ['DK-785100', 'DK-785101', 'DK-785102'].map((id) => id as BranchId)

/** The first day of the week. The library began some weeks before, so that loans are late in the week. */
export const firstDay = '2026-04-13' as Day

/** Days before the week on which copies were lent: 35 to 1 days late on the first days of the week, and in time. */
export const daysOfEarlierLoans: ReadonlyArray<number> = [64, 44, 36, 29, 10]

export const startOn = addDays(-64)(firstDay)

export const { seed: weekSeed, printOnFailure: printWeekSeedOnFailure } = seedOfRun('WEEK_SEED')
