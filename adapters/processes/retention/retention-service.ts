import type { Day } from '../../../domain/values/day'

/** What a run of the retention worker did, or the current status. Counts are by scope class. */
export interface RetentionReport {
  readonly today: Day
  readonly dueNow: number
  readonly overdue: number
  readonly oldestOverdue: Day | null
  readonly erased: Readonly<Record<string, number>>
  readonly orphansDestroyed: number
  readonly held: number
  /** The projectors and reactors that have not yet passed the events that made scopes due. */
  readonly waitingFor: ReadonlyArray<string>
  readonly failed: ReadonlyArray<string>
  /** Days that are over and not closed. */
  readonly unclosedDays: number
  readonly lagDays: number
}

/** Closes days and erases due scopes on request. */
export interface RetentionService {
  /** Closes the days that are over and erases the scopes that are due. Two runs at the same time do the work once. */
  readonly run: () => Promise<RetentionReport>
  readonly status: () => Promise<RetentionReport>
  /** An administrator confirms today's date once after days were missed. */
  readonly confirmDate: (today: Day) => Promise<void>
}
